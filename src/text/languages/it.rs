//! Italian.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "it",
    stop_words: "\
        il lo la i gli le l un uno una di del dello della dei degli delle dell a al allo alla \
        ai agli alle all da dal dallo dalla dai dagli dalle dall in nel nello nella nei negli \
        nelle nell con col coi su sul sullo sulla sui sugli sulle sull per tra fra senza \
        contro verso durante dopo prima secondo presso oltre sotto sopra dentro fuori entro \
        lungo tramite mediante attraverso e ed o oppure ma però anzi né che perché poiché \
        siccome quando mentre se come dove quanto quale quali cui chi dunque quindi perciò \
        affinché benché sebbene infatti cioè ovvero anche pure io tu lui lei noi voi loro egli \
        ella esso essa essi esse mi ti ci vi si ne me te sé mio mia miei mie tuo tua suo sua \
        suoi sue nostro nostra nostri nostre vostro vostra questo questa questi queste quest \
        quello quella quelli quelle quel quei quegli quell ciò stesso stessa stessi stesse \
        altro altra altri altre ogni ognuno ciascuno qualche qualcuno qualcosa alcuni alcune \
        nessuno nessuna niente nulla tutto tutta tutti tutte molto molta molti molte poco \
        pochi più meno tanto tanti troppo parecchi entrambi tale tali essere è sono sei siamo \
        siete era erano ero fu furono sia siano sarà saranno sarebbe sarebbero stato stata \
        stati state essendo fosse fossero avere ha hanno ho hai abbiamo avete aveva avevano \
        ebbe abbia abbiano avrà avranno avrebbe avrebbero avuto avendo avesse fare fa fanno \
        fatto può possono poteva potrebbe potrebbero deve devono doveva dovrebbe dovrebbero va \
        vanno viene vengono venire vuole non no sì mai già ancora sempre ora adesso oggi ieri \
        domani poi allora così qui qua lì là bene solo soltanto proprio quasi circa infine \
        inoltre tuttavia invece almeno appena c d s detto spiegato aggiunto affermato due tre \
        primo ultimi anno anni volta parte",
    titles: &[
        "sig.", "Sig.", "sigg.", "Sigg.", "Dott.", "dott.", "Dr.", "dr.", "Prof.", "prof.",
        "proff.", "Avv.", "avv.", "Ing.", "ing.", "Arch.", "arch.", "Geom.", "geom.", "Rag.",
        "rag.", "On.", "on.", "Onn.", "Sen.", "sen.", "Dep.", "Min.", "Gen.", "gen.", "Col.",
        "col.", "Ten.", "ten.", "Ten. Col.", "Cap.", "cap.", "Magg.", "magg.", "Mar.", "mar.",
        "Brig.", "Amm.", "Cav.", "cav.", "Comm.", "comm.", "Card.", "card.", "Mons.", "mons.",
        "S.", "SS.", "S.E.", "S.Em.", "P.", "Fr.", "Egr.", "Gent.", "Spett.", "Rev.", "cd.",
        "c.d.", "cosid.", "cfr.", "Cfr.", "es.", "p.es.", "p. es.", "ad es.", "vs.",
    ],
    abbreviations: &[
        "ecc.", "etc.", "a.C.", "a. C.", "d.C.", "d. C.", "S.p.A.", "S.P.A.", "s.p.a.", "S.r.l.",
        "S.R.L.", "s.r.l.", "S.n.c.", "S.a.s.", "Soc.", "Coop.", "Inc.", "Corp.", "Ltd.", "U.S.A.",
        "U.E.", "O.N.U.", "N.A.T.O.", "C.G.I.L.", "R.A.I.", "A.N.S.A.", "F.C.", "A.C.", "A.S.",
        "U.S.", "S.S.", "i.e.", "e.g.", "ibid.", "op. cit.", "et al.", "P.S.", "N.B.", "u.s.",
        "c.m.", "u.v.", "tel.", "min.", "max.", "sec.", "ca.", "jr.", "Jr.", "D.L.", "D.Lgs.",
        "D.P.C.M.", "D.P.R.", "T.A.R.", "c.p.", "c.c.", "c.p.p.", "ndr.", "n.d.r.", "a.m.", "p.m.",
        "v.d.",
    ],
    before_number: &[
        "n.", "N.", "nn.", "nr.", "num.", "art.", "artt.", "Art.", "c.", "co.", "lett.", "p.",
        "pp.", "pag.", "pagg.", "vol.", "voll.", "t.", "cap.", "capp.", "fig.", "figg.", "tab.",
        "par.", "sez.", "tel.", "Tel.", "ca.", "ed.", "gen.", "genn.", "feb.", "febb.", "mar.",
        "apr.", "mag.", "giu.", "lug.", "ago.", "set.", "sett.", "ott.", "nov.", "dic.", "km.",
        "v.", "l.", "L.",
    ],
    ordinal_dot: false,
    connectives: &[
        "ma", "però", "tuttavia", "ciononostante", "nonostante ciò", "nonostante questo",
        "comunque", "eppure", "inoltre", "in più", "oltre a ciò", "per di più", "altresì", "anche",
        "d'altra parte", "d'altro canto", "da un lato", "dall'altro", "dall'altro lato",
        "dal canto suo", "da parte sua", "dal suo canto", "a sua volta", "al contrario", "invece",
        "viceversa", "in compenso", "quindi", "dunque", "perciò", "pertanto", "per questo",
        "per questo motivo", "per questa ragione", "di conseguenza", "così", "in questo modo",
        "in tal modo", "ecco perché", "infatti", "in effetti", "di fatto", "in realtà",
        "del resto", "anzi", "cioè", "ovvero", "in altre parole", "in altri termini", "ad esempio",
        "per esempio", "in particolare", "nel frattempo", "intanto", "allo stesso tempo",
        "contemporaneamente", "nello stesso tempo", "parallelamente", "poi", "successivamente",
        "in seguito", "dopo", "dopo di che", "più tardi", "prima", "in precedenza",
        "precedentemente", "allora", "da allora", "finora", "infine", "alla fine",
        "in conclusione", "insomma", "in sintesi", "e", "ed", "o", "oppure", "né", "analogamente",
        "allo stesso modo", "in questo contesto", "in tale contesto", "a questo proposito",
        "a tal proposito", "a tal fine", "in risposta", "a ciò si aggiunge", "altrimenti",
        "piuttosto", "perché", "di qui", "da qui",
    ],
    pronouns: &[
        "lui", "lei", "egli", "ella", "esso", "essa", "essi", "esse", "loro", "questo", "questa",
        "questi", "queste", "quello", "quella", "quelli", "quelle", "quel", "quei", "ciò",
        "costui", "costoro", "suo", "sua", "suoi", "sue", "il suo", "la sua", "i suoi", "le sue",
        "il loro", "la loro", "i loro", "quest'ultimo", "quest'ultima", "questi ultimi",
        "entrambi", "entrambe", "i due", "le due", "altri", "alcuni", "alcune", "nessuno",
        "lo stesso", "la stessa", "si tratta", "tale", "tali", "lì", "là",
    ],
    speech_verbs: &[
        "ha detto", "detto", "dice", "dicono", "disse", "diceva", "ha affermato", "afferma",
        "affermato", "affermano", "ha dichiarato", "dichiara", "dichiarato", "ha aggiunto",
        "aggiunge", "aggiunto", "ha spiegato", "spiega", "spiegato", "spiegano", "ha annunciato",
        "annuncia", "annunciato", "ha sottolineato", "sottolinea", "sottolineato", "ha precisato",
        "precisa", "precisato", "ha ricordato", "ricorda", "ricordato", "ha commentato",
        "commenta", "commentato", "racconta", "raccontato", "sostiene", "sostenuto", "sostengono",
        "osserva", "osservato", "ribadisce", "ribadito", "assicura", "assicurato", "conferma",
        "confermato", "smentisce", "smentito", "nega", "negato", "ammette", "ammesso", "riferisce",
        "riferito", "riferiscono", "riporta", "riportato", "riportano", "scrive", "scritto",
        "scrivono", "denuncia", "denunciato", "accusa", "accusato", "avverte", "avvertito",
        "risponde", "risposto", "replica", "replicato", "conclude", "concluso", "prosegue",
        "evidenzia", "evidenziato", "rivela", "rivelato", "chiarisce", "chiarito", "fa sapere",
        "fatto sapere", "reso noto", "si legge",
    ],
    read_also: &[
        "leggi anche",
        "leggi tutto",
        "leggi di più",
        "leggi ancora",
        "leggi l'articolo",
        "leggi qui",
        "leggi pure",
        "continua a leggere",
        "continua la lettura",
        "per approfondire",
        "approfondisci",
        "approfondimenti",
        "ti potrebbe interessare",
        "ti potrebbero interessare",
        "potrebbe interessarti",
        "potrebbe interessarti anche",
        "potrebbero interessarti",
        "vedi anche",
        "guarda anche",
        "guarda il video",
        "guarda la gallery",
        "ascolta anche",
        "scopri di più",
        "scopri anche",
        "articoli correlati",
        "articolo correlato",
        "notizie correlate",
        "contenuti correlati",
        "correlati",
        "argomenti correlati",
        "altre notizie",
        "altro su",
        "sullo stesso argomento",
        "da non perdere",
        "non perderti",
        "i più letti",
        "più letti",
        "le più lette",
        "consigliati",
        "consigliati per te",
        "raccomandati",
        "abbonati",
        "abbonati ora",
        "iscriviti",
        "iscriviti alla",
        "registrati",
        "accedi",
        "seguici",
        "seguici su",
        "segui",
        "unisciti",
        "condividi",
        "condividi su",
        "clicca qui",
        "clicca per",
        "pubblicità",
        "contenuto sponsorizzato",
        "scarica l'app",
        "scarica",
        "newsletter",
        "lascia un commento",
        "riproduzione riservata",
        "tutti i diritti riservati",
        "© riproduzione riservata",
        "torna su",
        "articolo riservato agli abbonati",
        "questo articolo è riservato",
    ],
    captions: &[
        "foto:", "foto di", "foto d'archivio", "foto archivio", "fotografia:", "immagine:",
        "immagine di", "immagine d'archivio", "immagini:", "archivio:", "credit:", "credits:",
        "crediti:", "crediti foto", "didascalia:", "fonte:", "fonte foto", "fonte immagine",
        "illustrazione:", "illustrazione di", "grafica:", "video:", "immagine di repertorio",
        "foto di repertorio", "per gentile concessione", "nella foto", "ansa foto",
    ],
    bylines: &[
        "di", "a cura di", "scritto da", "testo di", "testi di", "servizio di", "reportage di",
        "intervista di", "traduzione di", "traduzione:", "tradotto da", "autore:", "redazione",
        "la redazione", "redazione ansa", "dal nostro inviato", "dalla nostra inviata",
        "dal nostro corrispondente", "dalla nostra corrispondente", "inviato", "corrispondente",
        "a firma di", "articolo di", "analisi di",
    ],
    months: &[
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
        "settembre", "ottobre", "novembre", "dicembre",
    ],
};
