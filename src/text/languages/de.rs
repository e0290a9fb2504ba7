//! German.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "de",
    stop_words: "\
        der die das den dem des ein eine einer eines einem einen kein keine keiner keines \
        keinem keinen und oder aber denn sondern doch sowie als wie wenn weil dass daß ob da \
        damit bevor nachdem während obwohl falls indem seit bis sobald solange sodass zwar in \
        im ins an am ans auf aus bei beim mit nach von vom vor zu zum zur für durch gegen ohne \
        um über unter zwischen hinter neben entlang gegenüber trotz wegen statt anstatt \
        innerhalb außerhalb laut gemäß seitens je pro per ab außer ich du er sie es wir ihr \
        mich dich sich uns euch mir dir ihm ihn ihnen mein meine meiner meinem meinen dein \
        deine sein seine seiner seines seinem seinen ihre ihrer ihres ihrem ihren unser unsere \
        unserer unserem unseren euer eure dieser diese dieses diesem diesen jener jene jenes \
        jenem jenen welcher welche welches welchem welchen wer wen wem wessen was wo wohin \
        woher wann warum wieso deren dessen denen derjenige diejenige derselbe dieselbe man \
        jemand niemand etwas nichts bin bist ist sind seid war waren warst wäre wären gewesen \
        sei seien haben habe hast hat habt hatte hatten hätte hätten gehabt werden werde wird \
        wirst wurde wurden würde würden worden geworden können kann könne konnte konnten \
        könnte könnten müssen muss müsse musste mussten müsste sollen soll solle sollte \
        sollten wollen will wolle wollte wollten dürfen darf dürfe durfte dürfte mögen mag \
        möchte lassen lässt ließ nicht nie nur auch noch schon sehr so mehr weniger viel viele \
        vieler vielen wenig wenige alle alles aller allem allen andere anderen anderer anderes \
        anderem jede jeder jedes jedem jeden einige einigen einiger mehrere mehreren beide \
        beiden solche solcher solchen selbst hier dort dann nun jetzt heute gestern morgen \
        bereits wieder immer bisher zudem jedoch dabei dafür dagegen daher darum davon dazu \
        daran darauf darüber darin daraus damals deshalb deswegen hin her etwa rund knapp ganz \
        gar ja nein wohl mal eben sagt sagte sagten erklärte teilte mitgeteilt gibt gab geht \
        ging macht machte kommt kam steht zwei drei erste ersten neue neuen usw",
    titles: &[
        "Dr.", "Dres.", "Prof.", "Prof. Dr.", "Dipl.", "Dipl.-Ing.", "Ing.", "Mag.", "Hr.", "Hrn.",
        "Fr.", "Frl.", "St.", "Skt.", "Hl.", "hl.", "Gen.", "Hptm.", "Lt.", "Maj.", "Kpt.", "Bgm.",
        "Präs.", "Abg.", "Msgr.", "P.", "Fam.", "Gebr.", "med.", "phil.", "jur.", "rer.", "nat.",
        "pol.", "habil.", "h.c.", "h. c.", "stv.", "stellv.", "ehem.", "sog.", "vgl.", "Vgl.",
        "bzgl.", "insb.", "insbes.", "inkl.", "exkl.", "zzgl.", "gem.", "lt.", "gg.", "bspw.",
        "z.B.", "z. B.", "Z.B.", "Z. B.", "d.h.", "d. h.", "D.h.", "u.U.", "u. U.", "i.d.R.",
        "i. d. R.", "bzw.", "evtl.", "ggf.", "vs.",
    ],
    abbreviations: &[
        "usw.", "u.a.", "u. a.", "etc.", "usf.", "u.v.m.", "u. v. m.", "u.ä.", "u. ä.", "o.ä.",
        "o. ä.", "o.g.", "o. g.", "u.s.w.", "v.a.", "v. a.", "i.e.", "e.g.", "v.Chr.", "v. Chr.",
        "n.Chr.", "n. Chr.", "Chr.", "Co.", "Inc.", "Corp.", "Ltd.", "e.V.", "e. V.", "i.R.",
        "i. R.", "a.D.", "a. D.", "a.M.", "a. M.", "a.d.", "i.V.", "i. V.", "m.E.", "m. E.",
        "s.o.", "s. o.", "s.u.", "s. u.", "ebd.", "al.", "et al.", "Mio.", "Mrd.", "Mill.", "Tsd.",
        "Std.", "Min.", "Sek.", "Str.", "str.", "Pl.", "Tel.", "geb.", "gest.", "verh.", "max.",
        "min.", "ca.", "zit.", "Anm.", "Hrsg.", "Jh.", "Jhd.", "Jhdt.", "jr.", "sen.", "jun.",
        "U.S.", "U.K.", "N.Y.", "Red.", "d.J.", "d. J.", "d.Ä.", "d. Ä.", "m.b.H.", "Ges.m.b.H.",
        "Mwst.", "MwSt.", "Bd.", "verst.",
    ],
    before_number: &[
        "Nr.", "Nrn.", "nr.", "S.", "Art.", "Abs.", "Abschn.", "Kap.", "Bd.", "Bde.", "Abb.",
        "Tab.", "Anm.", "Rn.", "Rdnr.", "Ziff.", "lit.", "Jg.", "H.", "Aufl.", "Tel.", "Fn.",
        "Pos.", "Zi.", "ca.", "mind.", "max.", "min.", "geb.", "gest.", "gegr.", "Jan.", "Jän.",
        "Feb.", "Febr.", "Mär.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Okt.", "Nov.",
        "Dez.", "Mo.", "Di.", "Mi.", "Do.", "Sa.", "So.", "Kl.", "Vol.", "Ver.", "V.", "z.",
    ],
    ordinal_dot: true,
    connectives: &[
        "aber", "doch", "jedoch", "allerdings", "dennoch", "trotzdem", "gleichwohl",
        "nichtsdestotrotz", "hingegen", "dagegen", "demgegenüber", "andererseits",
        "auf der anderen seite", "im gegensatz dazu", "im gegenteil", "außerdem", "zudem",
        "darüber hinaus", "ferner", "des weiteren", "überdies", "hinzu kommt", "dazu kommt",
        "ebenso", "ebenfalls", "auch", "daher", "deshalb", "deswegen", "darum", "somit",
        "folglich", "infolgedessen", "demnach", "demzufolge", "also", "aus diesem grund", "so",
        "dadurch", "damit", "dabei", "dafür", "davon", "daraufhin", "darauf", "danach", "dann",
        "anschließend", "später", "zuvor", "davor", "vorher", "seitdem", "seither", "inzwischen",
        "mittlerweile", "währenddessen", "unterdessen", "derweil", "gleichzeitig", "zugleich",
        "zur gleichen zeit", "in diesem zusammenhang", "zum beispiel", "beispielsweise", "etwa",
        "nämlich", "tatsächlich", "in der tat", "mit anderen worten", "das heißt", "und", "oder",
        "denn", "sondern", "schließlich", "letztlich", "zum schluss", "kurzum", "insgesamt",
        "immerhin", "stattdessen", "vielmehr", "sonst", "ansonsten", "zwar", "weiter", "weiterhin",
        "damals", "dort", "hierbei", "hierzu", "dazu", "daran", "darin",
    ],
    pronouns: &[
        "er", "sie", "es", "dies", "dieser", "diese", "dieses", "diesem", "diesen", "jener",
        "jene", "jenes", "jenem", "jenen", "sein", "seine", "seiner", "seinem", "seinen", "ihr",
        "ihre", "ihrer", "ihrem", "ihren", "ihm", "ihn", "ihnen", "deren", "dessen", "beide",
        "beiden", "letzterer", "letztere", "ersterer", "erstere", "solche", "solcher", "solches",
        "derartige", "derselbe", "dieselbe", "das gleiche", "das ist", "das war", "das sei",
        "das sagte", "dort", "dazu", "davon", "einige von ihnen", "viele von ihnen",
    ],
    speech_verbs: &[
        "sagte", "sagt", "sagten", "sagen", "gesagt", "erklärte", "erklärt", "erklärten",
        "betonte", "betont", "betonten", "meinte", "meint", "teilte", "teilten", "mitgeteilt",
        "berichtete", "berichtet", "berichteten", "berichten", "fügte", "ergänzte", "ergänzt",
        "äußerte", "äußerten", "kündigte", "kündigten", "angekündigt", "bestätigte", "bestätigt",
        "bestätigten", "behauptete", "behauptet", "forderte", "fordert", "forderten", "warnte",
        "warnt", "warnten", "kritisierte", "kritisiert", "kritisierten", "verkündete", "schrieb",
        "schreibt", "schrieben", "hieß", "versicherte", "räumte", "dementierte", "antwortete",
        "fragte", "erzählte", "erzählt", "schilderte", "unterstrich", "verwies", "verweist",
        "bekräftigte", "monierte", "mahnte", "mahnt", "konstatierte", "urteilte", "erläuterte",
        "bezeichnete", "nannte", "zitierte", "zitiert", "sprach", "spricht", "resümierte",
        "verriet", "lobte", "bedauerte",
    ],
    read_also: &[
        "lesen sie auch",
        "lesen sie hier",
        "lesen sie mehr",
        "lesen sie dazu",
        "lies auch",
        "auch interessant",
        "das könnte sie auch interessieren",
        "das könnte dich auch interessieren",
        "mehr zum thema",
        "mehr dazu",
        "mehr lesen",
        "mehr erfahren",
        "mehr aus",
        "mehr zu",
        "weiterlesen",
        "weitere artikel",
        "weitere nachrichten",
        "weitere themen",
        "zum weiterlesen",
        "zum thema",
        "hier lesen",
        "siehe auch",
        "sehen sie auch",
        "sehen sie hier",
        "ähnliche artikel",
        "verwandte artikel",
        "verwandte themen",
        "passend zum thema",
        "empfohlener redaktioneller inhalt",
        "externer inhalt",
        "meistgelesen",
        "meistgelesene",
        "beliebteste",
        "abonnieren",
        "jetzt abonnieren",
        "abonnieren sie",
        "jetzt anmelden",
        "melden sie sich",
        "anmelden",
        "registrieren",
        "newsletter",
        "folgen sie uns",
        "folge uns",
        "folgt uns",
        "teilen",
        "artikel teilen",
        "jetzt teilen",
        "teilen sie",
        "klicken sie hier",
        "hier klicken",
        "anzeige",
        "werbung",
        "gesponsert",
        "app herunterladen",
        "laden sie",
        "kommentar schreiben",
        "alle rechte vorbehalten",
        "zur startseite",
        "nach oben",
        "artikel drucken",
        "bitte beachten sie",
        "dieser artikel erschien",
        "an dieser stelle finden sie",
    ],
    captions: &[
        "foto:", "fotos:", "bild:", "bilder:", "archivbild", "archivfoto", "symbolbild",
        "symbolfoto", "beispielbild", "quelle:", "bildquelle", "bildrechte", "bildunterschrift",
        "fotograf:", "fotografin:", "grafik:", "illustration:", "video:", "© foto", "im bild",
        "aufnahme vom", "screenshot", "picture alliance", "foto von", "bild von",
    ],
    bylines: &[
        "von", "von unserem korrespondenten", "von unserer korrespondentin", "geschrieben von",
        "autor:", "autorin:", "autoren:", "text:", "redaktion:", "ein bericht von", "bericht von",
        "ein beitrag von", "eine analyse von", "ein kommentar von", "ein gastbeitrag von",
        "ein interview von", "interview:", "aus dem englischen von", "übersetzt von",
        "übersetzung:", "korrespondent", "korrespondentin", "bearbeitet von", "mit material von",
        "mit informationen von", "protokoll:", "aufgezeichnet von",
    ],
    months: &[
        "januar", "jänner", "februar", "feber", "märz", "april", "mai", "juni", "juli", "august",
        "september", "oktober", "november", "dezember", "ramadan",
    ],
};
