//! Somali.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "so",
    stop_words: "\
        iyo oo ama mise laakiin laakiinse balse se waxaa waxa wuxuu waxay waxaan waxaad \
        waxayna wuxuuna waxaana ayaa ayaan ayuu ayay ayey ayaana baa buu bay uu ay aan aad \
        aynu waa wuu way waan waad ma maya maaha miyaa miyey aanan aanu aysan aanay uusan in \
        inuu inay inaan inaad inuusan inaysan si sida sidaas sidan sidoo kale ka ku u la soo \
        sii wada isku isaga lagu laga loo lala kala kula kuwa kii kuwii tii tan kan kani tani \
        kuwan kuwaas taas kaas tanna taasi kaasi dhammaan dhamaan aniga adiga iyada annaga \
        anaga idinka iyaga isagoo iyadoo iyagoo anigoo isla isna iyana nin qof qofka dad dadka \
        wax waxba cid cidda ciddii kasta walba kastaba waliba qaar qaarkood qaarka badan \
        badnaa badnaan yar dhowr inta intii intaas intaa ah ahaa ahaan ahayd ahaayeen yahay \
        tahay yihiin nahay ahay jira jirtay jiray jireen jirin lahaa leh leedahay leeyahay \
        leeyihiin lahayd noqday noqotay noqon noqdo sameeyay sameeyey sameysay karo kara karaa \
        karto karaan karin doono doonaa doonto doonaan waayo maxaa yeelay haddii hadii hase \
        yeeshee mar marka markii markaas markuu markay kadib dabadeed kahor hor dhexdeeda \
        dhexe dhex gudaha dibadda kor hoos agagaarka ilaa xilli xilliga xilligii waqti waqtiga \
        maanta shalay berri hadda haatan weli wali horey horay kaliya keliya xitaa sababtoo \
        sababta sababo awgeed darteed hal laba labo saddex kow koowaad ugu sheegay sheegtay \
        sheegeen yiri tiri yidhi tidhi yiraahdeen xaqiijiyay saabsan mid midka mida midkood \
        labada kalena dheer",
    titles: &[
        "Dr.", "Prof.", "Eng.", "Inj.", "Sh.", "Mr.", "Mrs.", "Ms.", "Gen.", "Jen.", "Col.",
        "Xil.", "Sen.", "St.", "tus.",
    ],
    abbreviations: &[
        "iwm.", "i.w.m.", "k.h.", "s.c.w.", "S.C.W.", "N.N.K.H.", "n.n.k.h.", "c.s.", "Q.M.",
        "U.S.", "U.N.", "Inc.", "Ltd.", "Co.", "a.m.", "p.m.", "Jr.", "etc.", "e.g.", "i.e.",
    ],
    before_number: &[
        "Lr.", "lr.", "No.", "no.", "b.", "bog.", "bb.", "Qod.", "qod.", "Tel.", "tel.", "Jan.",
        "Feb.", "Mar.", "Abr.", "Apr.", "Luu.", "Ago.", "Sebt.", "Sep.", "Okt.", "Oct.", "Nof.",
        "Nov.", "Dis.", "Dec.",
    ],
    ordinal_dot: false,
    connectives: &[
        "laakiin", "laakiinse", "balse", "hase yeeshee", "hase ahaatee", "si kastaba",
        "si kastaba ha ahaatee", "sikastaba ha ahaatee", "sikastaba", "inkasta oo", "in kasta oo",
        "inkastoo", "taas beddelkeeda", "taa beddelkeeda", "dhanka kale", "dhinaca kale",
        "dhanka kalena", "dhinaca kalena", "dhankiisa", "dhankeeda", "dhinaciisa", "sidoo kale",
        "sidoo kalena", "intaa waxaa dheer", "intaas waxaa dheer", "waxaa intaa dheer",
        "waxaa intaas dheer", "waxaa kaloo", "waxa kale oo", "waxaa kale oo", "ka sokow",
        "taas ka sokow", "isla markaana", "isla mar ahaantaana", "isla waqtigaas",
        "isla xilligaas", "xilligaas", "dhanka", "sidaas darteed", "sidaa darteed",
        "sidaas awgeed", "taas darteed", "taasi darteed", "haddaba", "hadaba", "marka",
        "natiijada", "taas oo", "taasoo", "sababtoo ah", "maxaa yeelay", "waayo", "kadib",
        "ka dib", "kadibna", "ka dibna", "intaas kadib", "intaa kadib", "taas kadib", "markaas",
        "markaasna", "dabadeed", "dabadeedna", "kahor", "ka hor", "taas ka hor", "horay", "horey",
        "ilaa iyo hadda", "ilaa hadda", "tan iyo markaas", "tan iyo xilligaas", "tusaale ahaan",
        "tusaale", "gaar ahaan", "si gaar ah", "taas macnaheedu", "taas micnaheedu", "si kale",
        "runtii", "dhab ahaantii", "xaqiiqdii", "iyo", "ama", "ugu dambayn", "ugu dambeyn",
        "ugu dambayntii", "ugu dambeyntii", "gabagabadii", "guud ahaan", "haddii kale", "arrintan",
        "arrintaas", "arrintaasi",
    ],
    pronouns: &[
        "isagu", "isaga", "iyadu", "iyada", "iyagu", "iyaga", "isagoo", "iyadoo", "iyagoo",
        "wuxuu", "waxay", "waxayna", "wuxuuna", "kan", "kani", "tan", "tani", "kuwan", "kuwani",
        "kaas", "kaasi", "taas", "taasi", "kuwaas", "kuwaasi", "labadooda", "labaduba",
        "labadoodaba", "dhammaantood", "qaarkood", "midkood", "intooda badan", "halkaas",
        "halkaasi", "halkan", "arrintan", "arrintaas", "arrintaasi", "ninkan", "ninkaas",
        "haweeneydan", "mas'uulkan", "mas'uulkaas",
    ],
    speech_verbs: &[
        "sheegay", "sheegtay", "sheegeen", "sheegaya", "sheegaysa", "sheegayaan", "sheegey",
        "sheegaa", "yiri", "tiri", "yidhi", "tidhi", "yiraahdeen", "yidhaahdeen", "raaciyay",
        "raacisay", "ku daray", "ku dartay", "ku dareen", "xusay", "xustay", "xuseen", "caddeeyay",
        "caddeeyey", "cadeeyay", "caddaysay", "caddeeyeen", "shaaciyay", "shaacisay", "shaaciyeen",
        "xaqiijiyay", "xaqiijiyey", "xaqiijisay", "xaqiijiyeen", "beeniyay", "beenisay",
        "beeniyeen", "ku dhawaaqay", "ku dhawaaqday", "ku dhawaaqeen", "faahfaahiyay",
        "faahfaahisay", "sharraxay", "carrabaabay", "carrabaabtay", "tilmaamay", "tilmaantay",
        "ku adkaystay", "ku adkeysatay", "ku andacooday", "andacoodeen", "ku eedeeyay",
        "ku eedaysay", "digay", "digtay", "digeen", "qoray", "qortay", "qoreen", "qiray",
        "qiratay", "ka jawaabay", "weydiiyay", "ku baaqay", "ku baaqday", "ballanqaaday",
        "balanqaaday", "cambaareeyay", "cambaaraysay", "soo weriyay", "soo warisay", "werisay",
        "ka warbixiyay", "ka hadlay", "ka hadashay", "dalbaday",
    ],
    read_also: &[
        "akhri sidoo kale", "sidoo kale akhri", "akhri:", "akhri wararka", "akhriso:",
        "akhriso sidoo kale", "akhri dheeraad", "akhri warbixinta", "akhri warka", "sii akhri",
        "faahfaahin dheeraad", "wixii faahfaahin ah", "wararka la xiriira", "warar la xiriira",
        "warar kale", "wararka kale", "maqaallo la xiriira", "mowduucyo la xiriira",
        "qodobbo la xiriira", "daawo:", "daawo sidoo kale", "sidoo kale daawo", "daawo muuqaalka",
        "dhageyso:", "dhagayso", "halkan ka daawo", "halkan ka akhri", "halkan ka dhageyso",
        "halkan ka akhriso", "halkan guji", "guji halkan", "riix halkan", "nagala soco",
        "nala soco", "la soco", "isdiiwaangeli", "is diiwaangeli", "iska diiwaan geli", "ku biir",
        "la wadaag", "wadaag", "share", "xayeysiis", "xayaysiis", "soo dejiso", "soo degso",
        "faallo", "faallooyin", "ka tag faallo", "xuquuqda way dhowran tahay",
        "xuquuqdu way dhowran tahay", "wararka ugu akhriska badan", "ugu akhriska badan",
        "haka seegin", "ha seegin", "no media source", "to view this video", "to play this audio",
        "comments are closed", "all rights reserved", "embed", "waqtiga akhriska",
        "ka bood wararka", "ka bood podcast", "ka bood youtube", "dhammaadka wararka",
        "dhammaadka podcast", "mowduucyada la xiriira", "faallooyinka eeg",
        "ma jirto wax maqal ah", "link toos ah", "dhageyso warbixinta", "isku day mar kale",
        "fadlan la wadaag", "afeef:", "wixii faallo ah", "wixii talo iyo tusaale",
        "related stories", "copyright", "previous post", "next post", "tags:",
        "warka oo dhan ka akhri", "sidoo kale eeg", "nagala soo xiriir", "waxaa kaloo xiiso kuu",
        "leave a comment", "leave a reply", "read more", "advertisement",
    ],
    labels: &[
        "daabac", "tweet", "bogga hore", "faallooyinka akhristayaasha", "faahfaahinta qoraalka",
        "dhammaad", "mahadsanid", "barnaamijyada",
    ],
    captions: &[
        "sawir:", "sawirka:", "sawir", "sawirro:", "sawirrada:", "sawir hore", "sawirka hore",
        "sawirka faylka", "sawir kayd ah", "sawirka kaydka", "isha sawirka", "qoraalka sawirka",
        "qoraalka muuqaalka", "xigashada sawirka", "waxaa qaaday", "muuqaal:", "xigasho:", "isha:",
        "sawir qaade:",
    ],
    bylines: &[
        "qoraa:", "qore:", "qoraha:", "qoray", "qoray:", "waxaa qoray", "waxaa qortay", "w/q",
        "w/q:", "w/diyaariyay", "diyaariye:", "diyaariyay", "waxaa diyaariyay", "waxaa diyaarisay",
        "tifaftire:", "tifaftirka:", "weriye", "weriye:", "wariye:", "turjumay", "turjume:",
        "tarjamay", "waxaa tarjamay", "wariyaha", "by", "qoraa,", "doorka,", "w/d", "w/d:",
        "tifaftire", "hiiraan online", "garowe online", "caasimada online", "goobjoog news",
        "goobjoog team", "voa somali", "wakaaladda wararka qaranka",
    ],
    months: &[
        "janaayo", "jannaayo", "janawari", "febraayo", "feebraayo", "feberweri", "maarso",
        "abriil", "abril", "maajo", "may", "juun", "juunyo", "luulyo", "luuliyo", "agoosto",
        "agosto", "ogosto", "sebtembar", "sebteembar", "sebtember", "oktoobar", "oktobar",
        "oktoober", "nofembar", "nofeembar", "nofember", "diseembar", "disembar", "disember",
        "ramadaan", "muxarram", "safar", "rajab", "shacbaan", "soonfur", "arafo", "carrafo",
        "nofeember", "oktober", "octoober",
    ],
    stamps: "\
        la daabacay cusboonaysiiyay taariikhda saacadood saac daqiiqo daqiiqadood maalmood ka \
        hor isniin talaado arbaco khamiis jimce sabti axad subaxnimo galabnimo saacad maalin \
        cusbooneysiiyay akhris waqtiga",
};
