//! Romanian.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "ro",
    stop_words: "\
        un o unui unei niște al a ai ale cel cea cei cele lui de la în din pe cu fără pentru \
        prin spre către după înainte până între dintre sub peste asupra despre contra \
        împotriva conform potrivit datorită împreună lângă printre dinspre decât deasupra \
        dedesubt timpul cadrul și sau ori dar însă ci iar că să dacă când unde cum cât câți \
        câte care cărui cărei căror ce cine cui deoarece fiindcă căci deși așa astfel încât ca \
        deci totuși precum adică nici fie eu tu el ea noi voi ei ele dumneavoastră dânsul \
        dânsa mă te se ne vă îl îi le mi ți i își îmi îți li lor mine tine sine meu mea mei \
        mele tău ta său sa săi sale nostru noastră noștri noastre vostru voastră s-a s-au i-a \
        l-a le-a și-a m-a n-a nu-i acest această acești aceste acestui acestei acestor acesta \
        aceasta aceștia acestea acel acea acei acele acelui acelei acelor acela aceea aceia \
        acelea asta astea ăsta același aceeași aceiași aceleași alt altă alți alte altul alta \
        alții altele fiecare oricare orice oricine cineva ceva nimeni nimic niciun nicio \
        niciodată tot toată toți toate tuturor unul una unii unele unor mult multă mulți multe \
        puțin puțini mai foarte prea atât atâta câțiva câteva este e sunt ești suntem sunteți \
        era erau fi fost fiind am are avem aveți au avea aveau având va vom veți vor ar aș \
        poate pot putea putem puteau trebuie trebui face fac făcut vrea nu da deja încă acum \
        azi astăzi ieri mâine atunci apoi aici acolo doar numai chiar tocmai aproape mereu \
        iarăși cam circa aproximativ spus declarat precizat adăugat afirmat anunțat transmis \
        doi două trei primul prima an ani anul",
    titles: &[
        "dl.", "Dl.", "d-l.", "dna.", "Dna.", "d-na.", "dra.", "Dra.", "d-ra.", "d-nul.", "dnii.",
        "dr.", "Dr.", "prof.", "Prof.", "prof. univ. dr.", "prof. dr.", "univ.", "conf.", "Conf.",
        "lect.", "asist.", "ing.", "Ing.", "arh.", "av.", "Av.", "ec.", "col.", "Col.", "gen.",
        "Gen.", "lt.", "lt. col.", "lt. col. dr.", "mr.", "Mr.", "cpt.", "Cpt.", "plt.", "sgt.",
        "slt.", "cms.", "Sf.", "sf.", "Pr.", "pr.", "P.S.", "Î.P.S.", "P.F.", "str.", "Str.",
        "bd.", "Bd.", "bld.", "B-dul.", "șos.", "Șos.", "al.", "Al.", "jud.", "Jud.", "com.",
        "loc.", "mun.", "Mt.", "vs.", "cf.", "ex.", "Ex.", "de ex.",
    ],
    abbreviations: &[
        "etc.", "ș.a.", "ş.a.", "ș. a.", "ș.a.m.d.", "ş.a.m.d.", "ș.cl.", "î.Hr.", "î. Hr.",
        "d.Hr.", "d. Hr.", "î.e.n.", "e.n.", "î.Cr.", "d.Cr.", "a.c.", "a. c.", "a.m.", "p.m.",
        "S.A.", "S.R.L.", "S.C.", "S.N.C.", "R.A.", "O.N.G.", "S.U.A.", "U.E.", "O.N.U.",
        "N.A.T.O.", "U.R.S.S.", "R.P.R.", "Inc.", "Corp.", "Ltd.", "Co.", "mil.", "mld.", "aprox.",
        "tel.", "cca.", "ca.", "max.", "min.", "pct.", "i.e.", "e.g.", "et al.", "ibid.",
        "op. cit.", "n.r.", "n. r.", "n.red.", "n.a.", "n.tr.", "jr.", "sen.", "C.F.R.", "F.C.",
        "C.S.", "N.B.",
    ],
    before_number: &[
        "nr.", "Nr.", "art.", "Art.", "alin.", "lit.", "pct.", "pag.", "p.", "pp.", "vol.", "t.",
        "cap.", "fig.", "tab.", "sect.", "secț.", "par.", "tel.", "Tel.", "et.", "ap.", "bl.",
        "sc.", "cca.", "ca.", "aprox.", "ed.", "ian.", "feb.", "febr.", "mart.", "mar.", "apr.",
        "iun.", "iul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "n.", "M.Of.", "M. Of.",
        "str.", "O.U.G.", "H.G.",
    ],
    ordinal_dot: false,
    connectives: &[
        "dar", "însă", "totuși", "cu toate acestea", "și totuși", "în ciuda acestui fapt",
        "în pofida acestui fapt", "în ciuda acestui lucru", "în schimb", "pe de altă parte",
        "pe de o parte", "la rândul său", "la rândul ei", "la rândul lor", "dimpotrivă",
        "din contră", "de asemenea", "în plus", "mai mult", "mai mult decât atât",
        "pe lângă aceasta", "pe lângă asta", "totodată", "de altfel", "de altminteri", "și", "iar",
        "sau", "ori", "prin urmare", "în consecință", "ca urmare", "ca rezultat", "drept urmare",
        "așadar", "deci", "astfel", "de aceea", "din acest motiv", "din această cauză", "de aici",
        "în acest fel", "în acest mod", "în acest sens", "în acest context", "în aceste condiții",
        "între timp", "în același timp", "concomitent", "simultan", "în paralel", "apoi",
        "ulterior", "după aceea", "după aceasta", "mai târziu", "atunci", "de atunci", "anterior",
        "înainte de aceasta", "mai devreme", "până atunci", "până acum", "în cele din urmă",
        "în final", "în sfârșit", "în concluzie", "pe scurt", "în general", "de exemplu",
        "spre exemplu", "bunăoară", "în special", "mai exact", "cu alte cuvinte", "adică",
        "de fapt", "într-adevăr", "în realitate", "în mod similar", "la fel", "în replică",
        "ca răspuns", "în caz contrar", "altfel", "căci", "deoarece", "fiindcă",
        "potrivit acestuia", "potrivit acesteia", "potrivit acestora", "potrivit lui",
        "în opinia sa", "la acestea se adaugă", "amintim că", "reamintim că", "precizăm că",
        "menționăm că",
    ],
    pronouns: &[
        "el", "ea", "ei", "ele", "acesta", "aceasta", "aceștia", "acestea", "acest", "această",
        "acești", "aceste", "acela", "aceea", "aceia", "acelea", "acel", "acea", "acei", "acele",
        "dânsul", "dânsa", "dânșii", "asta", "astea", "lui", "lor", "acestuia", "acesteia",
        "acestora", "amândoi", "amândouă", "ambii", "ambele", "cei doi", "cele două",
        "cel din urmă", "cea din urmă", "același", "aceeași", "unii dintre ei", "mulți dintre ei",
        "unul dintre ei", "una dintre ele", "majoritatea lor", "alții", "altele", "niciunul",
        "niciuna", "acolo", "aici", "este vorba", "toți aceștia",
    ],
    speech_verbs: &[
        "a spus", "spus", "spune", "spun", "spunea", "au spus", "a declarat", "declarat",
        "declară", "au declarat", "a afirmat", "afirmat", "afirmă", "au afirmat", "a precizat",
        "precizat", "precizează", "au precizat", "a adăugat", "adăugat", "adaugă", "a anunțat",
        "anunțat", "anunță", "au anunțat", "a explicat", "explicat", "explică", "a subliniat",
        "subliniat", "subliniază", "a transmis", "transmis", "transmite", "au transmis",
        "a menționat", "menționat", "menționează", "a susținut", "susținut", "susține", "susțin",
        "a arătat", "arătat", "arată", "a informat", "informează", "a confirmat", "confirmat",
        "confirmă", "a negat", "neagă", "a dezmințit", "dezminte", "a recunoscut", "recunoaște",
        "a avertizat", "avertizat", "avertizează", "a acuzat", "acuzat", "acuză", "a criticat",
        "critică", "a cerut", "cere", "a scris", "scris", "scrie", "a relatat", "relatează",
        "a povestit", "povestește", "a răspuns", "răspunde", "a comentat", "comentează",
        "a reamintit", "a dezvăluit", "dezvăluie", "a promis", "a notat", "notează", "a conchis",
        "a atras atenția", "consideră", "a considerat", "crede",
    ],
    read_also: &[
        "citește și", "citiți și", "citeşte şi", "citiţi şi", "citește mai mult",
        "citește mai multe", "citiți mai mult", "citește continuarea", "citește în continuare",
        "citește articolul", "citește știrea", "citește:", "vezi și", "vedeți și", "vezi mai mult",
        "vezi mai multe", "vezi:", "urmărește și", "urmăriți și", "ascultă și", "află mai mult",
        "află mai multe", "mai multe despre", "mai multe știri", "mai multe informații",
        "articole similare", "articole asemănătoare", "articole conexe", "articole recomandate",
        "știri similare", "știri conexe", "pe aceeași temă", "te-ar putea interesa",
        "ți-ar putea plăcea", "s-ar putea să te intereseze", "recomandate",
        "recomandările editorilor", "recomandarea redacției", "nu rata", "nu ratați",
        "cele mai citite", "cele mai populare", "abonează-te", "abonați-vă", "înscrie-te",
        "înregistrează-te", "autentifică-te", "intră în cont", "urmărește-ne", "urmăriți-ne",
        "urmărește", "alătură-te", "distribuie", "distribuiți", "share", "trimite", "dă click",
        "apasă aici", "click aici", "click pentru", "publicitate", "reclamă",
        "conținut sponsorizat", "advertorial", "descarcă aplicația", "newsletter",
        "lasă un comentariu", "adaugă un comentariu", "toate drepturile rezervate", "etichete",
        "tipărește", "dacă ți-a plăcut",
    ],
    captions: &[
        "foto:",
        "foto",
        "fotografie:",
        "foto de",
        "foto arhivă",
        "fotografie de arhivă",
        "imagine:",
        "imagini:",
        "imagine de arhivă",
        "imagine ilustrativă",
        "foto ilustrativ",
        "foto cu caracter ilustrativ",
        "imagine cu caracter ilustrativ",
        "arhivă foto",
        "sursa foto",
        "sursă foto",
        "sursa:",
        "sursă:",
        "sursa imagine",
        "credit foto",
        "credit:",
        "legendă:",
        "ilustrație:",
        "grafică:",
        "infografic:",
        "video:",
        "captură video",
        "captură de ecran",
        "hepta",
        "inquam photos",
        "getty images",
        "cu titlu ilustrativ",
    ],
    bylines: &[
        "de:", "autor:", "autor", "autori:", "scris de", "redactat de", "text:", "text de",
        "editor:", "editat de", "editare:", "redactor:", "redacția", "realizat de", "reportaj de",
        "reportaj:", "interviu de", "interviu realizat de", "traducere:", "traducere de",
        "tradus de", "corespondent", "corespondență", "trimis special", "a consemnat", "agerpres",
        "mediafax",
    ],
    months: &[
        "ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august",
        "septembrie", "octombrie", "noiembrie", "decembrie",
    ],
};
