//! Polish.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "pl",
    stop_words: "\
        i a oraz ale lecz jednak albo lub czy ani bo bowiem gdyż ponieważ że żeby aby by iż \
        jeśli jeżeli gdy gdyby kiedy kiedyś jak jako jakby niż choć chociaż dlatego dlaczego \
        więc zatem natomiast zaś to też także również nawet tylko jedynie właśnie już jeszcze \
        dopiero niech no w we na z ze do od ode po za o u przy przez dla bez nad pod przed \
        między pomiędzy wśród obok około wokół podczas według wobec mimo pomimo oprócz poza \
        zamiast przeciw przeciwko dzięki względem spośród spod znad zza ponad poprzez wzdłuż \
        koło ws ja ty on ona ono my wy oni one mnie mi ciebie cię ci jego go jemu mu jej ją \
        nas nam wam was ich im nim nią nimi niego niej nich tobą mną siebie się sobie sobą mój \
        moja moje moich twój twoja swój swoja swoje swojego swojej swoich swoim swoją swoimi \
        nasz nasza nasze naszego naszej naszych wasz ten ta te tego tej temu tym tą tę tych \
        tymi tamten tamta tamtego tamtych taki taka takie tacy takiego takiej takich takim sam \
        sama samo sami samego samej kto kogo komu kim co czego czemu czym który która które \
        którzy którego której któremu którym którą których którymi jaki jaka jakie jakiego \
        jakiej jakich czyj wszyscy wszystko wszystkie wszystkich wszystkim cały cała całe \
        całej całego każdy każda każde każdego każdej inny inna inne inni innych innego innej \
        niektóre niektórzy niektórych kilka kilku wiele wielu dużo mało więcej mniej bardzo \
        najbardziej żaden żadna żadnego nikt nic nigdy nigdzie ktoś coś nie tak być jest są \
        był była było byli były będzie będą będę jestem jesteśmy bądź byłby byłaby byłoby \
        zostać został została zostało zostali zostały zostanie zostaną mieć ma mają miał miała \
        miało mieli miały można może mogą mógł mogła mogli musi muszą powinien powinna powinno \
        powinny trzeba należy tu tutaj tam teraz dziś dzisiaj wczoraj jutro potem wtedy zawsze \
        czasem znowu ponownie prawie niemal gdzie skąd dokąd obecnie ostatnio m.in np tzw proc \
        ok powiedział powiedziała mówi dodał dodała podkreślił zdaniem jeden jedna jedno \
        jednego jednej dwa dwie trzy pierwszy raz razy rok roku lat lata",
    titles: &[
        "dr.", "prof.", "hab.", "dr hab.", "mgr.", "inż.", "mgr inż.", "lek.", "lek. med.", "med.",
        "mec.", "red.", "ks.", "bp.", "abp.", "kard.", "o.", "św.", "bł.", "gen.", "płk.", "ppłk.",
        "mjr.", "kpt.", "por.", "ppor.", "sierż.", "kpr.", "adm.", "kmdr.", "st.", "mł.", "asp.",
        "nadkom.", "podkom.", "kom.", "insp.", "podinsp.", "ul.", "al.", "pl.", "im.", "woj.",
        "pow.", "gm.", "wiceprez.", "prez.", "dyr.", "zast.", "p.o.", "ds.", "ws.", "tzw.", "tzn.",
        "tj.", "np.", "m.in.", "m. in.", "zob.", "wg.", "ang.", "niem.", "franc.", "łac.", "ros.",
        "śp.", "ś.p.", "ob.", "dot.", "pt.", "ww.", "pn.", "pd.", "dawn.", "zwł.", "szczeg.",
    ],
    abbreviations: &[
        "r.", "w.", "itd.", "itp.", "i in.", "in.", "etc.", "p.n.e.", "n.e.", "S.A.", "sp. z o.o.",
        "sp. z o. o.", "z o.o.", "sp. j.", "sp. k.", "Sp. z o.o.", "Sp. z o. o.", "sp.", "k.c.",
        "k.k.", "k.p.c.", "k.p.k.", "k.p.", "b.r.", "br.", "ub.r.", "ub. r.", "ub.", "bm.",
        "ub.m.", "j.w.", "jw.", "tys.", "proc.", "gr.", "godz.", "min.", "sek.", "tel.", "wyd.",
        "przyp.", "ok.", "maks.", "jr.", "sen.", "jun.", "D.C.", "Inc.", "Corp.", "Ltd.", "Co.",
        "pok.", "m.st.", "m. st.", "cd.", "cdn.", "c.d.", "c.d.n.", "ps.", "P.S.", "egz.", "szt.",
        "kw.", "ur.", "zm.", "os.",
    ],
    before_number: &[
        "nr.", "Nr.", "s.", "str.", "ss.", "art.", "Art.", "ust.", "pkt.", "poz.", "par.", "lit.",
        "t.", "rozdz.", "rys.", "tab.", "ryc.", "il.", "cz.", "ks.", "zesz.", "wyd.", "ok.",
        "godz.", "tel.", "Tel.", "lok.", "m.", "kl.", "ur.", "zm.", "st.", "stycz.", "sty.",
        "lut.", "mar.", "kwi.", "kw.", "maj.", "cze.", "czerw.", "lip.", "sie.", "sierp.", "wrz.",
        "paź.", "paźdz.", "lis.", "list.", "gru.", "grudz.", "Dz.U.", "Dz. U.", "vol.", "No.",
    ],
    ordinal_dot: true,
    connectives: &[
        "ale", "lecz", "jednak", "jednakże", "niemniej", "niemniej jednak", "mimo to",
        "pomimo tego", "mimo tego", "tymczasem", "natomiast", "z kolei", "z drugiej strony",
        "z jednej strony", "ze swojej strony", "przeciwnie", "wręcz przeciwnie",
        "w przeciwieństwie do tego", "za to", "ponadto", "poza tym", "oprócz tego", "co więcej",
        "do tego", "dodatkowo", "na dodatek", "w dodatku", "także", "również", "też", "dlatego",
        "dlatego też", "więc", "zatem", "toteż", "stąd", "w związku z tym", "w rezultacie",
        "w efekcie", "w konsekwencji", "wskutek tego", "z tego powodu", "z tego względu",
        "w ten sposób", "tym samym", "tak więc", "a zatem", "jednocześnie", "równocześnie",
        "w tym samym czasie", "w tym czasie", "w międzyczasie", "równolegle", "potem", "następnie",
        "później", "po czym", "po tym", "wtedy", "wówczas", "wcześniej", "przedtem", "do tej pory",
        "dotychczas", "od tego czasu", "od tamtej pory", "odtąd", "na przykład", "przykładowo",
        "w szczególności", "zwłaszcza", "innymi słowy", "czyli", "to znaczy", "faktycznie",
        "rzeczywiście", "w rzeczywistości", "tak naprawdę", "zresztą", "wreszcie", "w końcu",
        "ostatecznie", "na koniec", "podsumowując", "ogólnie", "krótko mówiąc", "i", "a", "oraz",
        "albo", "bo", "bowiem", "gdyż", "podobnie", "tak samo", "w odpowiedzi", "w tym kontekście",
        "zamiast tego", "w przeciwnym razie", "inaczej", "owszem", "przy tym", "przypomnijmy",
        "warto dodać", "jak dodał", "jak dodała", "jego zdaniem", "jej zdaniem", "ich zdaniem",
        "w jego ocenie", "w jej ocenie", "zaś",
    ],
    pronouns: &[
        "on", "ona", "ono", "oni", "one", "to", "ten", "ta", "te", "ci", "tego", "tej", "temu",
        "tym", "tych", "tamten", "tamta", "tamto", "tamci", "taki", "taka", "takie", "tacy",
        "jego", "jej", "ich", "jemu", "im", "nim", "nimi", "niego", "niej", "nich", "obaj", "obie",
        "oboje", "ten ostatni", "ta ostatnia", "ci ostatni", "tam", "stamtąd", "niektórzy z nich",
        "wielu z nich", "jeden z nich", "jedna z nich", "większość z nich", "wszyscy oni", "inni",
        "swój", "swoje", "był to", "była to", "były to", "jest to", "są to",
    ],
    speech_verbs: &[
        "powiedział", "powiedziała", "powiedzieli", "mówi", "mówią", "mówił", "mówiła", "mówili",
        "dodał", "dodała", "dodali", "dodaje", "oświadczył", "oświadczyła", "oświadczyli",
        "stwierdził", "stwierdziła", "stwierdzili", "stwierdza", "poinformował", "poinformowała",
        "poinformowali", "poinformowało", "informuje", "informują", "podał", "podała", "podało",
        "podali", "podaje", "podają", "podkreślił", "podkreśliła", "podkreślili", "podkreśla",
        "zaznaczył", "zaznaczyła", "zaznacza", "wyjaśnił", "wyjaśniła", "wyjaśnia", "tłumaczył",
        "tłumaczyła", "tłumaczy", "ogłosił", "ogłosiła", "ogłosili", "zapowiedział",
        "zapowiedziała", "zapowiada", "przekazał", "przekazała", "przekazali", "przekazało",
        "przyznał", "przyznała", "przyznaje", "potwierdził", "potwierdziła", "potwierdzili",
        "zaprzeczył", "zaprzeczyła", "zaprzecza", "twierdzi", "twierdzą", "twierdził",
        "twierdziła", "uważa", "uważają", "ocenił", "oceniła", "ocenia", "napisał", "napisała",
        "napisali", "pisze", "piszą", "ostrzegł", "ostrzegła", "ostrzega", "zapewnił", "zapewniła",
        "zapewnia", "przypomniał", "przypomniała", "przypomina", "odpowiedział", "odpowiedziała",
        "zapytał", "relacjonuje", "relacjonował", "skomentował", "skomentowała", "komentuje",
        "zauważył", "zauważyła", "zauważa", "wskazał", "wskazała", "wskazuje", "apeluje",
        "zaapelował", "oskarżył", "oskarżyła", "skrytykował", "zwrócił uwagę", "zwróciła uwagę",
        "opowiada", "opowiadał", "ujawnił", "ujawniła", "obiecał",
    ],
    read_also: &[
        "czytaj także", "czytaj też", "czytaj również", "czytaj więcej", "czytaj dalej",
        "czytaj całość", "przeczytaj także", "przeczytaj też", "przeczytaj również",
        "przeczytaj więcej", "zobacz także", "zobacz też", "zobacz również", "zobacz więcej",
        "zobacz wideo", "zobacz:", "obejrzyj także", "obejrzyj:", "sprawdź także", "sprawdź też",
        "sprawdź:", "posłuchaj", "więcej na ten temat", "więcej informacji", "więcej o",
        "dowiedz się więcej", "powiązane", "powiązane artykuły", "powiązane tematy",
        "podobne artykuły", "polecane", "polecamy", "polecamy także", "może cię zainteresować",
        "to może cię zainteresować", "mogą cię zainteresować", "nie przegap",
        "najczęściej czytane", "najpopularniejsze", "pozostałe informacje",
        "dalsza część artykułu", "dalszy ciąg artykułu", "ciąg dalszy", "subskrybuj",
        "zasubskrybuj", "wykup dostęp", "zapisz się", "zapisz się na", "zarejestruj się",
        "zaloguj się", "obserwuj nas", "śledź nas", "dołącz do", "dołącz do nas", "udostępnij",
        "udostępnij artykuł", "podziel się", "kliknij tutaj", "kliknij tu", "kliknij, aby",
        "reklama", "materiał sponsorowany", "artykuł sponsorowany", "materiał partnera",
        "pobierz aplikację", "newsletter", "dodaj komentarz", "skomentuj",
        "wszelkie prawa zastrzeżone", "drukuj", "tagi", "wróć na stronę główną",
        "masz ciekawy temat",
    ],
    captions: &[
        "fot.", "fot:", "foto:", "zdjęcie:", "zdjęcia:", "zdjęcie ilustracyjne",
        "zdj. ilustracyjne", "zdjęcie poglądowe", "zdjęcie archiwalne", "zdj. archiwalne", "zdj.",
        "archiwum:", "ilustracja:", "obraz:", "grafika:", "infografika:", "źródło:",
        "źródło zdjęcia", "autor zdjęcia", "podpis:", "na zdjęciu", "wideo:", "zrzut ekranu",
        "materiały prasowe", "mat. prasowe", "fotografia:",
    ],
    bylines: &[
        "autor:", "autorka:", "autorzy:", "autor", "autorka", "tekst:", "opracowanie:",
        "opracował", "opracowała", "oprac.", "oprac.:", "redakcja", "redakcja:", "redaktor:",
        "przygotował", "przygotowała", "napisał", "napisała", "rozmawiał", "rozmawiała",
        "rozmawiał:", "tłumaczenie:", "tłumaczył:", "tłum.", "przekład:", "korespondent",
        "korespondentka", "nasz korespondent", "relacja:", "reportaż:", "pap", "źródło:",
    ],
    months: &[
        "styczeń", "stycznia", "styczniu", "luty", "lutego", "lutym", "marzec", "marca", "marcu",
        "kwiecień", "kwietnia", "kwietniu", "maj", "maja", "maju", "czerwiec", "czerwca",
        "czerwcu", "lipiec", "lipca", "lipcu", "sierpień", "sierpnia", "sierpniu", "wrzesień",
        "września", "wrześniu", "październik", "października", "październiku", "listopad",
        "listopada", "listopadzie", "grudzień", "grudnia", "grudniu",
    ],
};
