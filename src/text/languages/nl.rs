//! Dutch.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "nl",
    stop_words: "\
        de het een 't 'n en of maar want dus dan als dat die dit deze welke wat wie waar \
        wanneer waarom hoe omdat doordat zodat hoewel terwijl toen nadat voordat totdat tenzij \
        mits indien zowel noch in op aan van voor met zonder door over onder boven bij naast \
        tussen tegen naar uit tot sinds vanaf vanuit volgens tijdens binnen buiten achter rond \
        om na per via te ter ten wegens ondanks behalve jegens langs richting ik jij je u hij \
        zij ze wij we jullie mij me jou hem haar ons hen hun mijn jouw uw zijn onze zich \
        zichzelf elkaar iemand niemand iets niets men al alle alles allen elk elke ieder \
        iedere iedereen geen veel vele velen weinig meer minder meest meeste enkele sommige \
        verschillende andere anderen ander zulke zo'n zelf zelfde eigen beide ben bent is was \
        waren geweest wees heb hebt heeft hebben had hadden gehad word wordt worden werd \
        werden geworden zal zullen zou zouden kan kunnen kon konden moet moeten moest moesten \
        mag mogen mocht wil willen wilde wilden gaat gaan ging gingen doen doet deed gedaan \
        komt komen kwam laat laten liet blijft staat niet nooit nog ook wel er hier daar nu \
        straks vandaag gisteren morgen altijd vaak soms weer opnieuw steeds zeer heel erg zo \
        ja nee toch echter bovendien daarom daardoor daarbij daarna daarmee daarvoor daarvan \
        daarop hierbij hierdoor waarbij waarin waarop waardoor waarvan ongeveer bijna slechts \
        alleen vooral eens even juist reeds zegt zei zeggen aldus meldt weten één twee drie \
        eerste tweede laatste jaar",
    titles: &[
        "dr.", "Dr.", "drs.", "Drs.", "prof.", "Prof.", "prof. dr.", "ir.", "Ir.", "ing.", "Ing.",
        "mr.", "Mr.", "mw.", "Mw.", "mevr.", "Mevr.", "dhr.", "Dhr.", "hr.", "ds.", "Ds.", "past.",
        "mgr.", "Mgr.", "gen.", "Gen.", "kol.", "Kol.", "lt.", "maj.", "kapt.", "sgt.", "St.",
        "st.", "H.", "jhr.", "jkvr.", "bgm.", "wnd.", "zgn.", "zogen.", "resp.", "bijv.", "bv.",
        "d.w.z.", "t.w.", "m.n.", "o.m.", "i.v.m.", "m.b.t.", "t.a.v.", "o.l.v.", "t.o.v.",
        "i.p.v.", "m.b.v.", "o.b.v.", "t.b.v.", "vgl.", "Vgl.", "cf.", "vs.", "incl.", "excl.",
        "plm.", "i.p.", "t.g.v.", "n.a.v.", "o.a.", "w.o.", "a.d.h.v.", "evt.", "vnl.",
    ],
    abbreviations: &[
        "enz.", "etc.", "e.d.", "e.a.", "m.a.w.", "a.u.b.", "s.v.p.", "v.Chr.", "v. Chr.",
        "n.Chr.", "n. Chr.", "Chr.", "B.V.", "N.V.", "V.O.F.", "v.o.f.", "Inc.", "Corp.", "Ltd.",
        "Co.", "U.S.", "V.S.", "V.N.", "E.U.", "jl.", "l.l.", "a.s.", "jr.", "sr.", "i.e.", "e.g.",
        "et al.", "ibid.", "a.k.a.", "ca.", "max.", "min.", "tel.", "mln.", "mld.", "sec.", "cs.",
        "c.s.", "b.g.g.", "z.o.z.", "p.p.p.d.", "p.j.", "p.w.", "p.u.", "n.v.t.", "o.v.v.", "d.d.",
        "n.b.", "red.",
    ],
    before_number: &[
        "nr.", "nrs.", "no.", "No.", "art.", "artt.", "p.", "pp.", "pag.", "blz.", "vol.", "dl.",
        "hfst.", "par.", "afb.", "fig.", "tab.", "ca.", "tel.", "Tel.", "ed.", "jrg.", "afl.",
        "jan.", "feb.", "febr.", "mrt.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "okt.",
        "nov.", "dec.", "plm.", "geb.", "overl.", "v.", "vs.", "ong.",
    ],
    ordinal_dot: false,
    connectives: &[
        "maar", "echter", "toch", "desondanks", "niettemin", "desalniettemin", "daarentegen",
        "anderzijds", "aan de andere kant", "enerzijds", "in tegenstelling tot", "integendeel",
        "bovendien", "daarnaast", "verder", "voorts", "tevens", "ook", "eveneens", "daar komt bij",
        "daarbij", "daarbovenop", "daarom", "daardoor", "dus", "zodoende", "bijgevolg", "derhalve",
        "dan ook", "als gevolg daarvan", "om die reden", "om deze reden", "hierdoor", "vandaar",
        "zo", "op die manier", "op deze manier", "intussen", "ondertussen", "inmiddels",
        "tegelijkertijd", "tegelijk", "op hetzelfde moment", "in de tussentijd", "daarna",
        "vervolgens", "later", "nadien", "hierna", "daarvoor", "eerder", "voordien", "toen", "dan",
        "sindsdien", "tot dusver", "tot nu toe", "uiteindelijk", "ten slotte", "tot slot",
        "tenslotte", "kortom", "samengevat", "al met al", "bijvoorbeeld", "zo bleek", "met name",
        "in het bijzonder", "namelijk", "immers", "overigens", "trouwens", "inderdaad", "in feite",
        "eigenlijk", "met andere woorden", "dat wil zeggen", "oftewel", "en", "of", "want",
        "evenzo", "op dezelfde wijze", "in dat verband", "in dit verband", "in reactie daarop",
        "in plaats daarvan", "anders", "volgens hem", "volgens haar", "volgens hen", "wel",
        "zelfs", "op zijn beurt", "op haar beurt", "hiervoor", "daartoe",
    ],
    pronouns: &[
        "hij", "zij", "ze", "dit", "dat", "deze", "die", "zijn", "haar", "hun", "hem", "hen",
        "zulke", "dergelijke", "beide", "beiden", "de laatste", "deze laatste", "laatstgenoemde",
        "eerstgenoemde", "de twee", "het tweetal", "het duo", "anderen", "sommigen",
        "velen van hen", "een van hen", "sommige daarvan", "de meesten", "geen van beide",
        "hetzelfde", "dezelfde", "daar", "hier", "men", "diens", "degenen", "het is", "het was",
        "het gaat",
    ],
    speech_verbs: &[
        "zegt", "zei", "zeggen", "zeiden", "gezegd", "vertelt", "vertelde", "vertellen",
        "verklaarde", "verklaart", "verklaarden", "meldt", "meldde", "melden", "meldden",
        "bericht", "berichtte", "berichten", "stelt", "stelde", "stellen", "stelden", "benadrukt",
        "benadrukte", "voegt", "voegde", "legt", "legde", "bevestigt", "bevestigde", "bevestigen",
        "bevestigden", "ontkent", "ontkende", "ontkennen", "beweert", "beweerde", "beweren",
        "waarschuwt", "waarschuwde", "waarschuwen", "waarschuwden", "kondigt", "kondigde",
        "aangekondigd", "erkent", "erkende", "geeft toe", "gaf toe", "schrijft", "schreef",
        "schrijven", "schreven", "laat weten", "liet weten", "lieten weten", "antwoordt",
        "antwoordde", "reageert", "reageerde", "vindt", "vond", "vinden", "noemt", "noemde",
        "concludeert", "concludeerde", "onthult", "onthulde", "eist", "eiste", "belooft",
        "beloofde", "vreest", "aldus", "vermeldt", "citeert", "constateert", "oordeelt",
        "oordeelde", "bekritiseert", "bekritiseerde", "beschuldigt", "beschuldigde",
    ],
    read_also: &[
        "lees ook",
        "lees meer",
        "lees verder",
        "lees het hele",
        "lees hier",
        "lees dit",
        "ook interessant",
        "verder lezen",
        "meer lezen",
        "meer over",
        "meer nieuws",
        "meer weten",
        "meer artikelen",
        "bekijk ook",
        "bekijk hier",
        "bekijk de video",
        "kijk ook",
        "zie ook",
        "luister ook",
        "luister naar",
        "gerelateerd",
        "gerelateerde artikelen",
        "gerelateerd nieuws",
        "verwante artikelen",
        "aanbevolen voor jou",
        "mis niets",
        "dit vind je misschien ook leuk",
        "misschien vind je dit",
        "meest gelezen",
        "best gelezen",
        "abonneer",
        "abonneer je",
        "abonneren",
        "word abonnee",
        "word lid",
        "meld je aan",
        "meld u aan",
        "schrijf je in",
        "inloggen",
        "log in",
        "registreer",
        "volg ons",
        "volg ons op",
        "volg",
        "deel dit",
        "deel dit artikel",
        "deel op",
        "klik hier",
        "tik hier",
        "advertentie",
        "advertenties",
        "gesponsord",
        "gesponsorde inhoud",
        "download de app",
        "download onze app",
        "nieuwsbrief",
        "reageer",
        "plaats een reactie",
        "alle rechten voorbehouden",
        "artikel gaat verder",
        "tekst gaat verder",
        "tekst loopt door",
        "dit artikel is alleen",
        "terug naar boven",
        "printen",
        "tip de redactie",
    ],
    captions: &[
        "foto:", "foto's:", "foto van", "archieffoto", "archiefbeeld", "beeld:",
        "beeld ter illustratie", "foto ter illustratie", "ter illustratie", "stockfoto", "bron:",
        "illustratie:", "afbeelding:", "fotograaf:", "grafiek:", "video:", "bijschrift:",
        "screenshot", "anp foto", "beeld van", "fotografie:",
    ],
    bylines: &[
        "door", "door:", "door onze", "geschreven door", "tekst:", "tekst", "auteur:", "auteur",
        "redactie:", "redactie", "van onze redactie", "van onze verslaggever",
        "van onze correspondent", "onze verslaggever", "onze correspondent",
        "van onze verslaggeefster", "verslaggever", "correspondent", "vertaling:", "vertaald door",
        "bewerkt door", "interview:", "samenstelling:", "een analyse van", "een reportage van",
    ],
    months: &[
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december", "ramadan",
    ],
};
