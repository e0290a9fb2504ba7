//! Swahili.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "sw",
    stop_words: "\
        na ya wa za la cha vya kwa ni katika kwenye kutoka hadi mpaka tangu bila pamoja kuhusu \
        juu chini mbele nyuma ndani nje kati baina baada kabla wakati ambapo ambao ambaye \
        ambayo ambazo ambacho ambalo ambavyo ambako au ama lakini bali ila isipokuwa kwamba \
        kuwa kama ikiwa iwapo endapo ingawa ijapokuwa licha kwani sababu ili hivyo basi pia \
        tena zaidi sana tu hata bado tayari mimi wewe yeye sisi ninyi nyinyi wao mwenyewe \
        wenyewe yenyewe yangu yako yake yetu yenu yao wangu wako wake wetu wenu zangu zako \
        zake zetu zao langu lake letu lao changu chake chetu chao vyake vyao kwake kwao kwetu \
        kwangu huyu huyo yule hawa hao wale hii hiyo ile hizi hizo zile hili hilo lile haya \
        hayo yale hiki hicho kile hivi vile huu huo ule huku huko kule hapa hapo pale humo \
        humu si sio siyo hapana ndiyo ndio ndiye ndipo ndivyo hakuna hana hawana haina hayana \
        yupo wapo ipo zipo kuna ana wana ina zina kina lina una nina tuna alikuwa walikuwa \
        ilikuwa zilikuwa kilikuwa lilikuwa ulikuwa atakuwa itakuwa watakuwa amekuwa wamekuwa \
        imekuwa zimekuwa angekuwa yalikuwa nani nini gani lini wapi vipi je mbona ngapi \
        kwanini kila wote yote zote lote chote vyote pote baadhi wengi nyingi mengi mingi \
        vingi wengine nyingine mengine lingine kingine mwingine vingine kadhaa moja mmoja \
        wawili mbili watatu tatu kwanza pili mwisho sasa leo jana kesho kisha halafu wala \
        wenye mwenye yenye zenye lenye chenye vyenye kutokana kupitia dhidi miongoni karibu \
        takriban kiasi namna jinsi vilevile aidha hususan hasa alisema amesema anasema \
        walisema wamesema wanasema akisema aliongeza ameongeza bwana bi",
    titles: &[
        "Dk.", "Dkt.", "Dr.", "Prof.", "Bw.", "Bi.", "Bib.", "Mhe.", "Mh.", "Mch.", "Inj.", "Jen.",
        "Kan.", "Kapt.", "Brig.", "Sh.", "Alh.", "Mt.", "Ndg.", "Mwl.", "Adv.", "Bal.", "Amb.",
        "Rtd.", "Hon.", "Mr.", "Mrs.", "Ms.", "St.", "k.m.", "K.m.", "taz.", "Eng.", "Col.",
        "Gen.", "Maj.", "Capt.", "Lt.", "Rev.", "Sgt.", "Insp.", "Sen.", "Gov.", "Nd.", "Pd.",
        "Ask.", "Ust.",
    ],
    abbreviations: &[
        "n.k.", "nk.", "k.k.", "kk.", "k.v.", "K.K.", "B.K.", "BK.", "b.k.", "KK.", "S.L.P.",
        "a.s.", "s.a.w.", "U.S.", "U.N.", "Ltd.", "Co.", "Inc.", "Corp.", "a.m.", "p.m.", "Jr.",
        "Sr.", "Ph.D.", "etc.", "i.e.", "e.g.",
    ],
    before_number: &[
        "Na.", "uk.", "kur.", "Uk.", "No.", "no.", "S.L.P.", "Sh.", "Tsh.", "Ksh.", "KSh.", "TSh.",
        "sh.", "Juz.", "Jan.", "Feb.", "Mac.", "Apr.", "Jun.", "Jul.", "Ago.", "Sep.", "Sept.",
        "Okt.", "Nov.", "Des.", "dk.", "Kif.", "kif.", "tel.", "Tel.",
    ],
    ordinal_dot: false,
    connectives: &[
        "lakini", "hata hivyo", "bali", "ila", "licha ya hayo", "licha ya hilo", "pamoja na hayo",
        "pamoja na hilo", "pamoja na hivyo", "kwa upande mwingine", "kwa upande wake",
        "kwa upande wao", "kinyume chake", "kinyume na hapo", "badala yake", "aidha", "vilevile",
        "vile vile", "pia", "zaidi ya hayo", "zaidi ya hapo", "isitoshe", "mbali na hayo",
        "mbali na hilo", "kadhalika", "hali kadhalika", "halikadhalika", "hivyo", "hivyo basi",
        "kwa hiyo", "kwa hivyo", "kwahiyo", "kwa sababu hiyo", "kwa ajili hiyo",
        "kutokana na hali hiyo", "kutokana na hilo", "kutokana na hayo", "matokeo yake",
        "kwa matokeo hayo", "ndiyo maana", "ndio maana", "basi", "kisha", "halafu", "baadaye",
        "baada ya hapo", "baada ya hayo", "kabla ya hapo", "awali", "hapo awali", "hapo kabla",
        "tangu wakati huo", "tangu hapo", "wakati huo", "wakati huohuo", "wakati huo huo",
        "kwa wakati huo", "katika hatua nyingine", "katika muktadha huo", "katika hali hiyo",
        "kuhusu hilo", "kwa mfano", "mfano", "yaani", "kwa maneno mengine", "kwa kweli",
        "kwa hakika", "hakika", "hasa", "hususan", "kwani", "kwa sababu", "na", "au", "ama",
        "mwisho", "hatimaye", "mwishowe", "kwa ujumla", "kwa ufupi", "kwa kifupi", "vinginevyo",
        "la sivyo", "ingawa", "akijibu", "akizungumzia hilo", "akifafanua",
    ],
    pronouns: &[
        "yeye", "wao", "huyu", "huyo", "yule", "hawa", "hao", "wale", "hii", "hiyo", "ile", "hizi",
        "hizo", "zile", "hili", "hilo", "lile", "haya", "hayo", "yale", "hiki", "hicho", "kile",
        "hivi", "hivyo", "vile", "huu", "huo", "ule", "hapo", "huko", "pale", "hapa", "huku",
        "wote wawili", "wawili hao", "baadhi yao", "wengi wao", "mmoja wao", "kila mmoja",
        "wengine", "kwake", "kwao", "yake", "yao", "wake",
    ],
    speech_verbs: &[
        "alisema", "amesema", "anasema", "walisema", "wamesema", "wanasema", "akasema", "akisema",
        "wakisema", "ilisema", "imesema", "inasema", "aliongeza", "ameongeza", "anaongeza",
        "akaongeza", "alieleza", "ameeleza", "anaeleza", "walieleza", "wameeleza", "ilieleza",
        "alifafanua", "amefafanua", "alibainisha", "amebainisha", "alitangaza", "ametangaza",
        "ilitangaza", "imetangaza", "walitangaza", "alisisitiza", "amesisitiza", "anasisitiza",
        "alidai", "amedai", "anadai", "walidai", "wanadai", "alikiri", "amekiri", "alikanusha",
        "amekanusha", "ilikanusha", "alithibitisha", "amethibitisha", "ilithibitisha",
        "imethibitisha", "alionya", "ameonya", "walionya", "aliandika", "ameandika", "alijibu",
        "amejibu", "aliuliza", "alishutumu", "ameshutumu", "alilaani", "amelaani", "aliripoti",
        "iliripoti", "imeripoti", "yaliripoti", "alisimulia", "alikumbusha", "aliahidi",
        "ameahidi", "aliwaambia", "aliambia", "ameiambia", "aliiambia", "alihoji", "alidokeza",
        "aliarifu", "alinukuliwa", "wakasema", "akaeleza", "akafafanua", "akasisitiza",
        "akabainisha", "anafafanua", "anabainisha", "anaonya", "amesimulia", "anasimulia",
        "ameripoti", "wameripoti", "walisisitiza", "wamesisitiza", "waliongeza", "wameongeza",
        "iliongeza", "imeongeza", "imeeleza", "inaeleza", "imedai", "ilidai", "imeonya", "ilionya",
        "imekanusha", "limesema", "lilisema", "linasema", "yamesema", "yalisema", "yanasema",
        "limeeleza", "limetangaza", "lilitangaza", "yametangaza", "limeripoti", "yameripoti",
        "limeonya", "yameonya", "wamedai", "wameonya", "wametangaza", "wamethibitisha",
        "wamekanusha", "amewaambia", "aliwaeleza", "amewaeleza", "ameliambia", "aliliambia",
        "waliiambia", "wameiambia", "amenukuliwa", "alitamka", "ametamka", "amehoji", "ameuliza",
        "amedokeza",
    ],
    read_also: &[
        "soma pia", "soma zaidi", "soma habari", "soma hapa", "soma:", "pia soma",
        "endelea kusoma", "habari zaidi", "habari nyingine", "habari zinazohusiana",
        "habari zinazofanana", "makala zinazohusiana", "makala nyingine", "mada zinazohusiana",
        "unaweza pia kusoma", "unaweza kusoma", "unaweza kupenda", "tazama pia", "tazama video",
        "tazama zaidi", "angalia pia", "sikiliza:", "sikiliza pia", "usikose", "zaidi kuhusu",
        "kwa habari zaidi", "kwa maelezo zaidi", "zilizosomwa zaidi", "zinazosomwa zaidi",
        "maarufu zaidi", "jiandikishe", "jisajili", "jiunge nasi", "jiunge na", "tufuate",
        "fuatilia", "tufuatilie", "ungana nasi", "sambaza", "shirikisha", "bofya hapa",
        "bonyeza hapa", "tangazo", "pakua programu", "pakua app", "toa maoni",
        "haki zote zimehifadhiwa", "muda wa kusoma", "ruka podcast", "ruka youtube", "ruka tiktok",
        "ruka matangazo", "ruka zilizosomwa", "ruka makala", "mwisho wa podcast",
        "mwisho wa youtube", "mwisho wa makala", "mwisho-", "mwisho.-", "soma kuhusu",
        "soma taarifa zaidi", "habari zilizopendwa", "zinazohusiana", "mada:", "tazama:",
        "angalia video", "sikiliza podcast", "unaweza pia kutazama", "kusikiliza ripoti",
        "sikiliza ripoti", "sikiliza sauti", "fuata chaneli", "jiunge kwenye", "jiunge sasa",
        "pakia zaidi", "chapisha", "imechapishwa:", "imeboreshwa:", "ilichapishwa:",
        "no media source", "to view this video", "to play this audio", "comments are closed",
        "all rights reserved", "embed", "ruka iliyosomwa", "iliyosomwa zaidi",
        "mwisho wa iliyosomwa", "ruka sehemu inayofuata", "gundua zaidi", "taarifa kuu ya dw",
        "nenda ukurasa wa mwanzo", "facebook forum", "tafadhali washa javascript", "imehaririwa:",
        "ilisasishwa saa", "ilisasishwa:", "imesasishwa saa", "imesasishwa:",
        "pata taarifa mpya kila", "ukurasa haujapatikana", "tayari ni mwanachama?", "weka maoni",
        "next article", "previous article", "get a daily digest", "subscribe", "copyright",
        "rudi juu", "wasiliana nasi", "tazama muhtasari", "unaweza pia kupenda",
        "tafadhali kubali vidakuzi", "mwisho/", "read more", "advertisement", "shiriki:",
        "nakili kiungo",
    ],
    labels: &[
        "matangazo", "matangazo ya kibiashara", "wakati wa kusoma", "kiungo cha moja kwa moja",
        "maelezo kuhusu taarifa", "ingia", "kwenye mada hiyo hiyo",
    ],
    captions: &[
        "picha:", "picha na", "picha ya maktaba", "picha kwa hisani", "chanzo cha picha",
        "maelezo ya picha", "maelezo ya video", "kwa hisani ya", "chanzo:", "mchoro:", "video:",
        "mpiga picha:", "picha ya kumbukumbu", "picha/", "picha,", "picha kutoka",
        "chanzo cha video", "ramani:", "katuni:", "grafiki:", "maelezo ya sauti", "picha: maktaba",
        "picha|",
    ],
    bylines: &[
        "na", "na:", "imeandikwa na", "imehaririwa na", "mwandishi:", "mwandishi",
        "mwandishi wetu", "waandishi wetu", "na mwandishi wetu", "na waandishi wetu", "mhariri:",
        "imetafsiriwa na", "tafsiri:", "mtafsiri:", "ripoti ya", "taarifa ya", "makala ya",
        "bbc swahili", "mwandishi wa bbc", "by", "author", "nafasi, bbc", "nafasi, mwandishi",
        "role, bbc", "akiripoti kutoka", "akiripoti kutokea", "vyanzo:", "imeandaliwa na",
        "imeandikwa:", "uhariri:", "wahariri:", "habari hii imeandikwa kwa",
        "habari hii imetayarishwa na", "mwananchi communications", "nation media group",
        "chanzo cha habari:",
    ],
    months: &[
        "januari", "februari", "machi", "aprili", "mei", "juni", "julai", "agosti", "septemba",
        "oktoba", "novemba", "desemba", "ramadhani", "shaban", "rajabu", "shawwal", "muharram",
        "mfunguo mosi", "mfunguo pili", "disemba", "decemba",
    ],
    stamps: "\
        imechapishwa imesasishwa ilichapishwa tarehe saa dakika siku wiki zilizopita \
        iliyopita kusoma muda wa jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili \
        asubuhi jioni usiku leo jana uliopita imehaririwa imeboreshwa ilisasishwa",
};
