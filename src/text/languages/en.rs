//! English.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "en",
    stop_words: "\
        the a an and or but nor so yet if then else of in on at by for from to into onto upon \
        over under above below between among amid against about around across along through \
        throughout during before after since until till while within without toward towards \
        off out up down near beside besides behind beyond despite except per via with as than \
        like unlike i me my mine myself we us our ours ourselves you your yours yourself \
        yourselves he him his himself she her hers herself it its itself they them their \
        theirs themselves who whom whose which what that this these those there here where \
        when why how whether because although though unless whereas be am is are was were been \
        being have has had having do does did doing done will would shall should can could may \
        might must ought need not no none neither either both each every all any some many \
        much more most less least few several other another such same own only just even also \
        too very quite rather still already again once ever never always often now today \
        yesterday tomorrow one two first last next new get got make made take took go went \
        come came say says said saying tell told added according reported mr mrs ms dr s t d m \
        re ve ll don didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn can't \
        don't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't \
        shouldn't doesn't doesn it's he's she's that's there's they're we're i'm you're \
        they've we've i've however therefore thus meanwhile instead perhaps maybe something \
        anything nothing everything someone anyone everyone whatever whoever whichever etc ie \
        eg",
    titles: &[
        "Dr.", "Drs.", "Mr.", "Mrs.", "Ms.", "Mx.", "Messrs.", "Mmes.", "Prof.", "Profs.",
        "Assoc.", "Asst.", "Gen.", "Lt.", "Lieut.", "Col.", "Maj.", "Capt.", "Cpt.", "Cmdr.",
        "Cdr.", "Comdr.", "Adm.", "Sgt.", "Cpl.", "Pvt.", "Pfc.", "Brig.", "Lt. Gen.", "Lt. Col.",
        "Lt. Gov.", "Maj. Gen.", "Brig. Gen.", "Sen.", "Sens.", "Rep.", "Reps.", "Gov.", "Govs.",
        "Pres.", "Hon.", "Rev.", "Revd.", "Msgr.", "Fr.", "Br.", "Bp.", "Abp.", "St.", "Sts.",
        "Ste.", "Supt.", "Insp.", "Det.", "Det. Sgt.", "Atty.", "Atty. Gen.", "Amb.", "Sec.",
        "Treas.", "Dir.", "Mt.", "Ft.", "Pt.", "vs.", "cf.", "viz.", "Cllr.",
    ],
    abbreviations: &[
        "U.S.", "U.N.", "U.K.", "U.S.A.", "E.U.", "U.A.E.", "U.S.S.R.", "D.C.", "L.A.", "N.Y.",
        "N.J.", "N.C.", "S.C.", "N.H.", "N.M.", "N.D.", "S.D.", "R.I.", "B.C.", "A.D.", "B.C.E.",
        "C.E.", "P.E.I.", "a.m.", "p.m.", "A.M.", "P.M.", "Inc.", "Corp.", "Co.", "Cos.", "Ltd.",
        "L.L.C.", "L.P.", "Bros.", "Jr.", "Sr.", "Esq.", "Ph.D.", "M.D.", "M.A.", "B.A.", "M.B.A.",
        "B.Sc.", "M.Sc.", "J.D.", "LL.B.", "LL.M.", "D.D.S.", "R.N.", "Q.C.", "K.C.", "M.P.",
        "etc.", "e.g.", "i.e.", "et al.", "al.", "ibid.", "approx.", "est.", "dept.", "Dept.",
        "govt.", "Govt.", "Assn.", "Univ.", "Ave.", "Blvd.", "Rd.", "Hwy.", "Pkwy.", "Sq.",
        "Bldg.", "hr.", "hrs.", "min.", "mins.", "sec.", "secs.", "ft.", "lb.", "lbs.", "oz.",
        "sq.", "tel.", "ext.", "max.", "misc.", "incl.", "R.I.P.", "P.S.", "Ala.", "Ariz.", "Ark.",
        "Calif.", "Colo.", "Conn.", "Del.", "Fla.", "Ga.", "Ill.", "Ind.", "Kan.", "Ky.", "La.",
        "Mass.", "Md.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.", "Nev.", "Okla.", "Ore.",
        "Pa.", "Tenn.", "Tex.", "Va.", "Vt.", "Wash.", "Wis.", "W.Va.", "Wyo.", "Mon.", "Tue.",
        "Tues.", "Thu.", "Thur.", "Thurs.", "Fri.",
    ],
    before_number: &[
        "No.", "no.", "Nos.", "nos.", "Nr.", "p.", "pp.", "pg.", "pgs.", "vol.", "vols.", "Vol.",
        "Vols.", "ch.", "chap.", "Ch.", "Art.", "art.", "Arts.", "Sec.", "sec.", "Sect.", "para.",
        "paras.", "Fig.", "fig.", "Figs.", "figs.", "Eq.", "Tab.", "ver.", "v.", "ca.", "c.",
        "approx.", "est.", "b.", "d.", "fl.", "r.", "tel.", "Tel.", "ext.", "Ext.", "Jan.", "Feb.",
        "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.", "Rs.",
        "Pub.L.", "Op.", "op.", "H.R.", "S.", "Res.", "Ed.", "ed.", "Rm.", "Apt.", "Ste.",
    ],
    ordinal_dot: false,
    connectives: &[
        "however", "but", "moreover", "meanwhile", "therefore", "in addition", "on the other hand",
        "furthermore", "besides", "also", "and", "or", "so", "yet", "still", "thus", "hence",
        "consequently", "as a result", "accordingly", "nevertheless", "nonetheless", "even so",
        "instead", "rather", "likewise", "similarly", "by contrast", "in contrast", "conversely",
        "on the contrary", "otherwise", "for example", "for instance", "in other words", "that is",
        "in fact", "indeed", "in particular", "specifically", "then", "afterwards", "afterward",
        "later", "earlier", "previously", "subsequently", "since then", "at the same time",
        "at the time", "in the meantime", "in turn", "for his part", "for her part",
        "for their part", "for its part", "for this reason", "to that end", "in this context",
        "in response", "because of this", "despite this", "in spite of this", "after that",
        "before that", "until then", "finally", "lastly", "in short", "in conclusion", "overall",
        "of course", "separately", "elsewhere", "additionally", "though", "as such", "this is why",
        "that is why", "too", "again", "equally", "by comparison", "all the same",
    ],
    pronouns: &[
        "he", "she", "it", "they", "this", "these", "that", "those", "his", "her", "hers", "its",
        "their", "theirs", "him", "them", "he's", "she's", "it's", "they're", "he'd", "she'd",
        "they'd", "he'll", "she'll", "they'll", "that's", "both", "neither", "such", "the latter",
        "the former", "the same", "the two", "the pair", "the trio", "others", "another",
        "some of them", "many of them", "one of them", "most of them", "all of them",
        "each of them",
    ],
    speech_verbs: &[
        "said", "says", "say", "saying", "added", "adds", "told", "tells", "stated", "states",
        "announced", "announces", "reported", "reports", "claimed", "claims", "noted", "notes",
        "explained", "explains", "argued", "argues", "insisted", "insists", "warned", "warns",
        "confirmed", "confirms", "denied", "denies", "declared", "declares", "acknowledged",
        "acknowledges", "admitted", "admits", "revealed", "reveals", "disclosed", "suggested",
        "suggests", "stressed", "stresses", "emphasized", "emphasised", "pointed", "remarked",
        "commented", "replied", "responded", "asked", "asks", "wrote", "writes", "tweeted",
        "posted", "recalled", "recounted", "testified", "alleged", "alleges", "accused", "accuses",
        "urged", "urges", "pledged", "vowed", "promised", "predicted", "estimated", "concluded",
        "observed", "asserted", "asserts", "continued", "mentioned", "quoted", "informed",
    ],
    read_also: &[
        "read:", "read also", "also read", "read more", "read next", "read the full",
        "read the rest", "continue reading", "keep reading", "read this", "related", "related:",
        "related articles", "related stories", "related topics", "related news", "more on this",
        "more on this story", "more from", "more stories", "more news", "more about", "see also",
        "see more", "watch:", "watch also", "watch now", "watch more", "listen:", "listen now",
        "don't miss", "you may also like", "you might also like", "you may also be interested",
        "recommended for you", "trending", "most read", "most popular", "editor's picks",
        "editors' picks", "top stories", "subscribe", "subscribe now", "subscribe to", "sign up",
        "sign up for", "sign in", "log in", "follow us", "follow us on", "follow our",
        "follow bbc", "join us", "join our", "share this", "share on", "share article",
        "share story", "click here", "click to", "tap here", "tap to", "advertisement",
        "story continues below", "article continues below", "article continues after",
        "scroll to continue", "scroll down", "skip to", "download our app", "download the app",
        "get the latest", "get our", "for more information", "back to top", "support us",
        "support our", "donate", "leave a comment", "view comments", "newsletter",
        "all rights reserved", "first published", "this article was originally",
        "this story was originally", "print this", "email this", "sponsored content",
        "copyright ©",
    ],
    captions: &[
        "photo:", "photos:", "photo by", "photo credit", "photograph:", "photograph by",
        "file photo", "file photograph", "file image", "file picture", "file -", "file:",
        "in this file photo", "image:", "images:", "image source", "image caption", "image credit",
        "image copyright", "picture:", "pictured:", "picture by", "credit:", "credits:",
        "courtesy of", "courtesy:", "source:", "illustration:", "illustration by", "graphic:",
        "video:", "getty images", "stock photo", "screengrab", "caption:", "media caption",
        "representational image", "representative image", "screenshot:",
    ],
    bylines: &[
        "by", "reporting by", "additional reporting by", "written by", "edited by", "editing by",
        "compiled by", "story by", "words by", "report by", "text by", "translated by",
        "translation by", "interview by", "reviewed by", "produced by", "author:", "authors:",
        "writer:", "reporter:", "editor:", "our correspondent", "from our correspondent",
        "by our correspondent", "with inputs from", "inputs from", "staff writer",
        "staff reporter", "special to", "contributed by",
    ],
    months: &[
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "muharram", "safar", "rabi al-awwal", "rabi al-thani",
        "jumada al-awwal", "jumada al-thani", "rajab", "shaban", "ramadan", "shawwal",
        "dhu al-qadah", "dhu al-hijjah",
    ],
};
