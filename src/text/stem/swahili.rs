//! Swahili: a light stemmer for verbs, which carry their subject, tense, relative and object in front
//! (amefariki, waliofariki, hajafariki, kumkamata, linamshikilia), and for the plurals and locatives of
//! nouns. It follows no published list.
//!
//! Of a verb its root remains, without the final vowel after a consonant, so that a verb never meets a
//! noun of the same letters (kukata, to cut, and kata, ward). Headlines put the subject alone before the
//! verb (afariki, yatangaza, wamkamata); as nouns look the same (ajali, wakili, chanzo), this and objects
//! are cut only off the verbs of [`VERBS`], with their passives. Tenses that nouns hardly imitate are cut
//! off all verbs in -a.
//!
//! Extensions stay: the passive, causative and applicative are words of their own (kamatwa, funguliwa,
//! pigia), and so are reflexives (kujiua). Nouns change their class only as [`NOUNS`] says, but for
//! ki-/vi-, which keep the vowel (ituo of kituo and vituo), and the agents in -aji. Adjectives, possessives
//! and demonstratives stay as they are, and so do verbs without a subject.

use std::cmp::Ordering;

use super::lexicon::Lexicon;

/// The shortest root without its final vowel, in letters.
const SHORT: usize = 3;

/// The shortest noun before the locative, and the shortest root of a verb that is not in [`VERBS`].
const LONG: usize = 4;

/// The shortest agent noun without its class: imbaji, of singers.
const SHORTEST_AGENT: usize = 5;

/// The shortest noun whose ki- or vi- can be a class: visa and vita have none.
const SHORTEST_KI: usize = 5;

/// Words that stay whole, and plurals and other spellings with the noun that they are of. Nouns whose
/// plural differs by more than its first letters are here, and those of the classes m-/wa-, m-/mi-,
/// ji-/ma- and u-, which many other words begin with; people of two classes (mpiga kura) take the root
/// of the verb that their plural looks like.
static NOUNS: Lexicon = Lexicon::new(&[WHOLE, PERSONS, THINGS]);

const WHOLE: &str = "
    aisha ajali ajiri alikiba amani america amerika anasa arusha asali asilia atalanta bilioni
    bustani chakula diwani halali hatarisha hisani ilani imani italia jirani kampuni kanuni
    kibada kikabila kimelea kinara kirusi kitaasisi kizimbani kizuizini kuba kubwa kuchana kufa
    kuhusu kuja kula kulia kuliko kundi kunywa kupitia kura kusini kutoka kutokana kuwa kwanini
    lazima madini mahitaji maoni maskini matumaini mauaji mbioni mhitaji milioni msukuma mtaji
    mwezini nchini nguvuni operesheni pangani pembeni qurani rubani sahani shabani tani
    televisheni thamani trilioni tumaini ugenini uhaini ukanda ukatibu umeme unene utajiri
    utaratibu utawala uvimbe vimelea vinara virusi wajibu wakala waliberia wanene wanyonge
    wasifu wasiojulikana wasukuma watusi zabuni zahama zalisha zamani
";

const PERSONS: &str = "
    walimu=mwalimu waalimu=mwalimu wanafunzi=mwanafunzi wanachama=mwanachama
    wanajeshi=mwanajeshi wanasiasa=mwanasiasa wananchi=mwananchi wanawake=mwanamke
    wanaume=mwanaume mwanamume=mwanaume wanasheria=mwanasheria wanahabari=mwanahabari
    wanaharakati=mwanaharakati wanamgambo=mwanamgambo wanadiplomasia=mwanadiplomasia
    wanasayansi=mwanasayansi wanamuziki=mwanamuziki wanamichezo=mwanamichezo
    wanariadha=mwanariadha wanasoka=mwanasoka wanahisa=mwanahisa wanaanga=mwanaanga
    wanandoa=mwanandoa wanakijiji=mwanakijiji wanamazingira=mwanamazingira
    wanahistoria=mwanahistoria wanataaluma=mwanataaluma wanamitindo=mwanamitindo
    wanamapinduzi=mwanamapinduzi wanamaji=mwanamaji wanadamu=mwanadamu wanaspoti=mwanaspoti
    wanazuoni=mwanazuoni wanamieleka=mwanamieleka wanamasumbwi=mwanamasumbwi
    wanandondi=mwanandondi wanaastronomia=mwanaastronomia wanaakiolojia=mwanaakiolojia
    wanajiolojia=mwanajiolojia wanafalsafa=mwanafalsafa wanajihadi=mwanajihadi
    wanafamilia=mwanafamilia wanasesere=mwanasesere wanajimu=mnajimu wanyama=mnyama
    wakulima=mkulima wakimbizi=mkimbizi wagonjwa=mgonjwa wauguzi=muuguzi wabunge=mbunge
    wagombea=mgombea wapinzani=mpinzani wakazi=mkazi wakaazi=mkazi mkaazi=mkazi wateja=mteja
    watoto=mtoto watu=mtu wazee=mzee wazazi=mzazi walemavu=mlemavu wasichana=msichana
    wavulana=mvulana wajumbe=mjumbe wajane=mjane wafuasi=mfuasi wafungwa=mfungwa
    wahalifu=mhalifu washtakiwa=mshtakiwa washitakiwa=mshtakiwa mshitakiwa=mshtakiwa
    washukiwa=mshukiwa watuhumiwa=mtuhumiwa waathiriwa=mwathiriwa muathiriwa=mwathiriwa
    waathirika=mwathirika muathirika=mwathirika wahanga=mhanga wahusika=mhusika
    wapelelezi=mpelelezi walinzi=mlinzi wezi=mwizi wauaji=muuaji watetezi=mtetezi
    wafadhili=mfadhili wataalamu=mtaalamu wataalam=mtaalamu mtaalam=mtaalamu watafiti=mtafiti
    wabunifu=mbunifu wahandisi=mhandisi wakunga=mkunga waganga=mganga wahudumu=mhudumu
    wajawazito=mjamzito wafamasia=mfamasia wahadhiri=mhadhiri wahitimu=mhitimu wasomi=msomi
    wakufunzi=mkufunzi wasimamizi=msimamizi wakaguzi=mkaguzi wasanii=msanii washairi=mshairi
    wahariri=mhariri waandishi=mwandishi muandishi=mwandishi wapishi=mpishi watalii=mtalii
    wapenzi=mpenzi warembo=mrembo wageni=mgeni wasafiri=msafiri wenyeji=mwenyeji
    wenyeviti=mwenyekiti wakurugenzi=mkurugenzi wakuu=mkuu waamuzi=mwamuzi muamuzi=mwamuzi
    washindi=mshindi washindani=mshindani washiriki=mshiriki wafalme=mfalme watawala=mtawala
    wakoloni=mkoloni wakristo=mkristo waislamu=mwislamu muislamu=mwislamu wayahudi=myahudi
    wahindu=mhindu wakatoliki=mkatoliki watawa=mtawa waumini=muumini wahubiri=mhubiri
    wachawi=mchawi watumwa=mtumwa wamisionari=mmisionari wafanyakazi=mfanyakazi
    wafanyikazi=mfanyakazi mfanyikazi=mfanyakazi wafanyabiashara=mfanyabiashara
    wajasiriamali=mjasiriamali wawekezaji=mwekezaji wanunuzi=mnunuzi wavuvi=mvuvi
    wachuuzi=mchuuzi wamiliki=mmiliki wakandarasi=mkandarasi watumishi=mtumishi
    wasaidizi=msaidizi waangalizi=mwangalizi wapatanishi=mpatanishi wasuluhishi=msuluhishi
    wawakilishi=mwakilishi wahifadhi=mhifadhi wadudu=mdudu wavamizi=mvamizi wadukuzi=mdukuzi
    wavumbuzi=mvumbuzi walanguzi=mlanguzi walaghai=mlaghai wamarekani=mmarekani wakenya=mkenya
    watanzania=mtanzania wanyarwanda=mnyarwanda warundi=mrundi wasomali=msomali warusi=mrusi
    wachina=mchina waingereza=mwingereza muingereza=mwingereza wajerumani=mjerumani
    wafaransa=mfaransa waisraeli=mwisraeli wapalestina=mpalestina wahindi=mhindi waarabu=mwarabu
    mwaarabu=mwarabu wazungu=mzungu waafrika=mwafrika muafrika=mwafrika wamasai=mmasai
    wamaasai=mmasai mmaasai=mmasai waasi=muasi mwasi=muasi waajiri=mwajiri waajiriwa=mwajiriwa
    wastaafu=mstaafu wadau=mdau washauri=mshauri waratibu=mratibu wahasibu=mhasibu
    warithi=mrithi watahiniwa=mtahiniwa wapigakura=mpigakura wachumba=mchumba wahitaji=mhitaji
    wawindaji=mwindaji wezeshaji=mwezeshaji wamachinga=machinga mmachinga=machinga
    waamini=muumini muamini=muumini wadhamini=mdhamini wasaliti=msaliti wazaliwa=mzaliwa
    walengwa=mlengwa wazawa=mzawa waasisi=mwasisi muasisi=mwasisi wahujumu=mhujumu
    wasabato=msabato
    waigizaji=mwigizaji muigizaji=mwigizaji waimbaji=mwimbaji waongozaji=mwongozaji
    muongozaji=mwongozaji waokoaji=mwokoaji muokoaji=mwokoaji waendeshaji=mwendeshaji
    waandamanaji=mwandamanaji muandamanaji=mwandamanaji waangalizi=mwangalizi
    mpiga=pig mwendesha=endesh mcheza=chez mpanda=pand
";

const THINGS: &str = "
    mikutano=mkutano miji=mji mikoa=mkoa miradi=mradi miezi=mwezi miaka=mwaka migogoro=mgogoro
    mizozo=mzozo mikataba=mkataba milipuko=mlipuko miripuko=mlipuko mripuko=mlipuko mifuko=mfuko
    michezo=mchezo mitaa=mtaa misikiti=msikiti mpakani=mipaka mito=mto milima=mlima miili=mwili
    mishahara=mshahara migodi=mgodi mikopo=mkopo misitu=msitu mimea=mmea mioyo=moyo mikono=mkono
    miguu=mguu mifumo=mfumo mitandao=mtandao mitihani=mtihani mitambo=mtambo miti=mti
    miswada=mswada muswada=mswada mitaala=mtaala mitaji=mtaji mikakati=mkakati mipango=mpango
    misaada=msaada michango=mchango migomo=mgomo mizigo=mzigo misiba=msiba mikasa=mkasa
    mizinga=mzinga milo=mlo mikahawa=mkahawa migahawa=mgahawa mikate=mkate mifano=mfano
    michoro=mchoro michakato=mchakato misimu=msimu misimamo=msimamo mijadala=mjadala
    midahalo=mdahalo mirengo=mrengo mihula=muhula mikanda=mkanda mipira=mpira mizunguko=mzunguko
    mifereji=mfereji mifupa=mfupa mishipa=mshipa misuli=msuli misafara=msafara milango=mlango
    minara=mnara miungu=mungu miujiza=muujiza miongozo=mwongozo muongozo=mwongozo miundo=muundo
    miungano=muungano mienendo=mwenendo mivutano=mvutano misako=msako miamba=mwamba
    minyororo=mnyororo mizimu=mzimu mistari=mstari mikusanyiko=mkusanyiko misamaha=msamaha
    michuano=mchuano mitume=mtume minada=mnada midundo=mdundo mikondo=mkondo mikoba=mkoba
    vyama=chama vyuo=chuo vyombo=chombo vyeti=cheti vyanzo=chanzo vyakula=chakula vyumba=chumba
    vyoo=choo vyeo=cheo vyandarua=chandarua vifo=kifo viti=kiti visu=kisu vyuma=chuma
    vilabu=klabu vito=kito kitabuni=kitabu vitabuni=kitabu
    majani=jani marathoni=marathon mashule=shule mahospitali=hospitali mahoteli=hoteli
    maofisi=ofisi hifadhi=hifadh rekodi=rekod rekodini=rekod kwisha=ish kurani=qurani
    korani=qurani quran=qurani qur'an=qurani qur'ani=qurani maafisa=afisa ofisa=afisa
    maofisa=afisa mabalozi=balozi mawaziri=waziri marais=rais majaji=jaji mahakimu=hakimu
    mawakili=wakili madaktari=daktari maaskofu=askofu mapadri=padri mapadre=padri padre=padri
    maimamu=imamu imam=imamu masheikh=sheikh makadinali=kadinali kardinali=kadinali
    makardinali=kadinali makocha=kocha mabeki=beki makipa=kipa manahodha=nahodha mabingwa=bingwa
    mabondia=bondia mashabiki=shabiki maseneta=seneta magavana=gavana madiwani=diwani
    mameya=meya madikteta=dikteta makamanda=kamanda majenerali=jenerali makanali=kanali
    magaidi=gaidi majasusi=jasusi majangili=jangili majambazi=jambazi matapeli=tapeli
    makahaba=kahaba mashahidi=shahidi mashoga=shoga majirani=jirani marafiki=rafiki
    mabinti=binti mastaa=staa masista=sista maprofesa=profesa madereva=dereva
    makandarasi=mkandarasi mawakala=wakala makatibu=katibu manaibu=naibu makamishna=kamishna
    makada=kada mayatima=yatima mabilionea=bilionea matajiri=tajiri manabii=nabii
    mashemasi=shemasi mashetani=shetani mapepo=pepo masikini=maskini
    mabomu=bomu mashambulio=shambulio mashambulizi=shambulizi majeshi=jeshi makombora=kombora
    mataifa=taifa makanisa=kanisa mashirika=shirika makampuni=kampuni maduka=duka maeneo=eneo
    magari=gari mabao=bao magoli=goli makundi=kundi majengo=jengo mashamba=shamba majina=jina
    matukio=tukio mashtaka=shtaka mashitaka=shtaka shitaka=shtaka makosa=kosa maswali=swali
    maazimio=azimio mapendekezo=pendekezo mabaraza=baraza majimbo=jimbo makabila=kabila
    madhehebu=dhehebu madarasa=darasa madawati=dawati mabweni=bweni masomo=somo makombe=kombe
    mataji=taji mashindano=shindano matamasha=tamasha magazeti=gazeti majarida=jarida
    mashairi=shairi maigizo=igizo magenge=genge magereza=gereza malalamiko=lalamiko
    majanga=janga matetemeko=tetemeko majeraha=jeraha makontena=kontena malori=lori
    mabilioni=bilioni mamilioni=milioni masoko=soko madeni=deni madaraja=daraja makaburi=kaburi
    mahekalu=hekalu mavazi=vazi matunda=tunda mayai=yai mabonde=bonde majiji=jiji majumba=jumba
    mapori=pori mabwawa=bwawa mabomba=bomba mahema=hema magonjwa=ugonjwa maambukizi=ambukizi
    majaribio=jaribio mawimbi=wimbi matatizo=tatizo malengo=lengo maneno=neno
    mabadiliko=badiliko marekebisho=rekebisho maagizo=agizo maamuzi=uamuzi masuala=suala
    macho=jicho meno=jino mabunge=bunge majukwaa=jukwaa mabango=bango matangazo=tangazo
    masharti=sharti matairi=tairi majukumu=jukumu mapango=pango masanamu=sanamu makasisi=kasisi
    mapipa=pipa
    nyimbo=wimbo chaguzi=uchaguzi tafiti=utafiti kumbi=ukumbi kurasa=ukurasa kuta=ukuta
    nyuso=uso fukwe=ufukwe tamaduni=utamaduni pande=upande nyaraka=waraka falme=ufalme
    teuzi=uteuzi
    afa=kufa wafa=kufa yafa=kufa lafa=kufa zafa=kufa kwenda=end
";

/// Verbs whose subject and object are cut wherever they stand, in alphabetical order.
const VERBS: [&str; 1003] = [
    "acha", "achana", "achia", "achilia", "adhibu", "adhimisha", "afiki", "aga", "agana", "agiza",
    "ahidi", "ahirisha", "ainisha", "ajiri", "alika", "ambatana", "ambia", "ambukiza", "ambulia",
    "amini", "aminika", "amka", "amsha", "amua", "amuru", "andaa", "andalia", "andama", "andamana",
    "andika", "andikia", "andikisha", "angalia", "angamia", "angamiza", "angaza", "angazia",
    "anguka", "angukia", "angusha", "anza", "anzia", "anzisha", "apa", "apisha", "ashiria",
    "asisi", "athiri", "athirika", "azima", "azimia", "badili", "badilika", "badilisha",
    "badilishana", "bagua", "bahatika", "baini", "bainika", "bainisha", "baka", "baki", "bakia",
    "bakiza", "baliki", "bana", "bandika", "bandua", "bariki", "batilisha", "beba", "bembeleza",
    "beza", "bisha", "bobea", "bomoa", "bomoka", "boreka", "boresha", "buni", "burudisha",
    "chafua", "chafuka", "chagua", "chakaa", "chakata", "chambua", "changa", "changanya",
    "changanyika", "changia", "changisha", "chapa", "chapisha", "chapwa", "charaza", "cheka",
    "chelewa", "chelewesha", "cheza", "chezea", "chezesha", "chimba", "chinja", "chochea", "choka",
    "choma", "chomoza", "chora", "chosha", "chota", "chuana", "chuja", "chukia", "chukiza",
    "chukua", "chukulia", "chuma", "chunguza", "dadisi", "dai", "daka", "danganya", "dhalilisha",
    "dhamini", "dhamiria", "dhani", "dhibiti", "dhihirika", "dhihirisha", "dhoofisha", "dhulumu",
    "dhuru", "diriki", "dokeza", "dumisha", "dumu", "dungua", "egemea", "egesha", "elea", "elekea",
    "elekeza", "elewa", "elewana", "eleweka", "eleza", "elezea", "elimika", "elimisha", "enda",
    "endana", "endelea", "endeleza", "endesha", "enea", "eneza", "enezwa", "engua", "epuka",
    "epusha", "ezua", "ezuliwa", "faa", "fadhili", "fafanua", "fahamika", "fahamisha", "fahamu",
    "faidi", "faidika", "faidisha", "fana", "fanana", "fananisha", "fanikisha", "fanikiwa",
    "fanya", "fanyia", "fanyika", "fanyiza", "farijika", "fariki", "faulu", "fedhehesha", "feli",
    "ficha", "fichua", "fidia", "fika", "fikia", "fikiri", "fikiria", "fikisha", "filisi",
    "filisika", "fisidi", "fua", "fuata", "fuatana", "fuatia", "fuatilia", "fufua", "fufuka",
    "fuga", "fuja", "fukia", "fukua", "fukuza", "fundisha", "fundishia", "funga", "fungia",
    "fungua", "fungulia", "funika", "funza", "furahi", "furahia", "furahisha", "furika", "furusha",
    "futa", "futia", "fuzu", "fyatua", "fyeka", "gawa", "gawana", "gawanya", "gawanyika", "geuka",
    "geukia", "geuza", "gharimu", "ghushi", "goma", "gombana", "gombania", "gombea", "gonga",
    "gongana", "gubika", "gundua", "gundulika", "gusa", "gusia", "hadharisha", "hakiki",
    "hakikisha", "hakikishia", "hama", "hamaki", "hamasisha", "hamia", "hamisha", "hamishia",
    "hangaika", "harakisha", "haribika", "haribu", "hatarisha", "hesabu", "heshimika", "heshimu",
    "hifadhi", "himiza", "hisi", "hitaji", "hitajika", "hitilafiana", "hitimisha", "hitimu",
    "hofia", "hofu", "hoji", "hubiri", "hudhuria", "hudumia", "hujumu", "hukumu", "hurumia",
    "husiana", "husika", "husisha", "husu", "hutubia", "iba", "ibia", "ibua", "ibuka", "idhinisha",
    "iga", "igiza", "imarika", "imarisha", "imba", "inama", "ingia", "ingilia", "ingiliana",
    "ingiza", "inua", "inuka", "isha", "ishi", "ishia", "ita", "itika", "itikia", "itisha", "iva",
    "jaa", "jadili", "jadiliana", "jali", "jaribu", "jaza", "jenga", "jengea", "jengeka", "jeruhi",
    "jiamini", "jiandaa", "jiandikisha", "jibu", "jiendesha", "jiepusha", "jificha", "jifunga",
    "jifungua", "jifunza", "jigamba", "jihami", "jihusisha", "jiingiza", "jiita", "jikita",
    "jikomboa", "jikuta", "jilipua", "jinadi", "jinyakulia", "jinyonga", "jiondoa", "jipanga",
    "jipatia", "jitahidi", "jitambua", "jitambulisha", "jitangaza", "jitenga", "jitetea", "jitoa",
    "jitokeza", "jitolea", "jitosa", "jituma", "jiua", "jiuliza", "jiunga", "jiuzulu", "jivua",
    "jivunia", "jiwekea", "jizatiti", "jizolea", "julikana", "jumuika", "jumuisha", "juta", "kaa",
    "kabidhi", "kabili", "kabiliana", "kadiria", "kagua", "kaidi", "kalia", "kamata", "kamilika",
    "kamilisha", "kana", "kandamiza", "kanusha", "kanyaga", "karabati", "karibia", "karibisha",
    "kariri", "kashifu", "kasirika", "kasirisha", "kata", "kataa", "kataza", "katika", "katisha",
    "katishwa", "kauka", "kausha", "keketa", "kemea", "kera", "keti", "kidhi", "kimbia",
    "kimbilia", "kimbiza", "kinga", "kinzana", "kiri", "kithiri", "kiuka", "kodisha", "kohoa",
    "koma", "komaa", "komboa", "komesha", "kongamana", "kopa", "kopesha", "koroga", "kosa",
    "kosana", "kosea", "kosekana", "kosesha", "kosoa", "kua", "kubali", "kubaliana", "kubalika",
    "kumba", "kumbana", "kumbatia", "kumbuka", "kumbukwa", "kumbusha", "kurupuka", "kusanya",
    "kusanyika", "kusudia", "kuta", "kutana", "kutanisha", "kutanishwa", "kutwa", "kuza", "kwaana",
    "kwama", "kwamisha", "kwepa", "laani", "laghai", "lala", "lalamika", "lalamikia", "lamba",
    "laumu", "lawiti", "laza", "lazimika", "lazimisha", "lazimu", "lea", "lelea", "lemaza",
    "lenga", "leta", "letea", "lewa", "lia", "lima", "linda", "lingana", "linganisha", "lipa",
    "lipia", "lipiza", "lipua", "lipuka", "lisha", "liza", "lowa", "maanisha", "maliza", "malizia",
    "malizika", "menyana", "miliki", "mimina", "miminika", "mudu", "mulika", "mwaga", "mwagia",
    "mwagika", "mwagilia", "nadi", "najisi", "nasa", "nasihi", "nasua", "ng'ara", "ng'atua",
    "ng'atuka", "ng'oa", "nong'ona", "nufaika", "nufaisha", "nuia", "nukuu", "nunua", "nusurika",
    "nusuru", "nyakua", "nyamaza", "nyang'anya", "nyanyapaa", "nyanyasa", "nyanyua", "nyesha",
    "nyima", "nyonga", "nyonya", "nyonyesha", "nyoosha", "nywa", "oa", "oana", "ogelea", "ogopa",
    "okoa", "okota", "olewa", "omba", "ombea", "omboleza", "ona", "onana", "ondoa", "ondoka",
    "ondokana", "ondolea", "onea", "onekana", "onesha", "ongea", "ongelea", "ongeza", "ongezea",
    "ongezeka", "ongoza", "ongozana", "onja", "onya", "onyesha", "opoa", "orodhesha", "osha",
    "oza", "paa", "pachika", "paka", "pakana", "pakia", "pakua", "pamba", "pambana", "pambanisha",
    "pambanua", "panda", "pandikiza", "pandisha", "panga", "pangia", "pangisha", "pania", "panua",
    "panuka", "pasi", "pasua", "pasuka", "paswa", "pata", "patana", "patanisha", "patia",
    "patikana", "pekua", "peleka", "pelekea", "peleleza", "penda", "pendekeza", "pendelea",
    "pendeza", "pepea", "perea", "pewa", "piga", "pigana", "pigania", "pigia", "pika", "pima",
    "pinda", "pindua", "pinduka", "pinga", "pingana", "pishana", "pita", "pitia", "pitika",
    "pitisha", "poa", "pokea", "pokezana", "pokonya", "pona", "ponda", "pongeza", "ponya", "ponza",
    "pooza", "pora", "poromoka", "poromosha", "potea", "poteza", "potezea", "potosha", "puliza",
    "pumua", "pumzika", "pumzisha", "pungua", "pungukia", "punguza", "punguzia", "punja", "puuza",
    "puuzia", "rahisisha", "ratibu", "rejea", "rejelea", "rejesha", "rejeshea", "rekebisha",
    "rekodi", "ridhia", "ridhika", "ridhisha", "ripoti", "rithi", "rubuni", "rudi", "rudia",
    "rudiana", "rudisha", "ruhusu", "ruka", "rundika", "rusha", "rushia", "sababisha",
    "sababishia", "sadiki", "safiri", "safirisha", "safisha", "saga", "sahau", "sahaulika",
    "saidia", "saidiana", "saini", "sajili", "saka", "sali", "salia", "salimia", "salimika",
    "salimisha", "saliti", "sambaa", "sambaratika", "sambaratisha", "sambaza", "samehe",
    "sawazisha", "sema", "semekana", "semwa", "shambulia", "shambuliana", "shangaa", "shangaza",
    "shangilia", "shauri", "shauriana", "shawishi", "shawishika", "sheheni", "sherehekea", "shika",
    "shikamana", "shikilia", "shinda", "shindana", "shindania", "shindikana", "shindwa",
    "shinikiza", "shiriki", "shirikiana", "shirikisha", "shitaki", "shitua", "shona", "shtaki",
    "shtua", "shtuka", "shtusha", "shughulika", "shughulikia", "shuhudia", "shuka", "shukia",
    "shuku", "shukuru", "shusha", "shushia", "shutumu", "sifia", "sifu", "sihi", "sikia", "sikika",
    "sikiliza", "sikitika", "sikitisha", "silimu", "simama", "simamia", "simamisha", "simika",
    "simulia", "sindika", "sindikiza", "singizia", "sisitiza", "sita", "sitisha", "sogea",
    "sogeza", "soma", "somba", "somea", "someka", "somesha", "songa", "staafu", "stahili", "stawi",
    "suasua", "subiri", "sukuma", "suluhisha", "sumbua", "sumbuka", "susa", "susia", "suta",
    "taabika", "tabiri", "tafakari", "tafiti", "tafsiri", "tafuna", "tafuta", "tafutia",
    "tahadharisha", "taja", "taka", "takia", "takiwa", "tamani", "tamba", "tambua", "tambulika",
    "tambulisha", "tamka", "tanabaisha", "tanda", "tangaza", "tangazia", "tangulia", "tanguliza",
    "tania", "tapakaa", "tapeli", "tapika", "taraji", "tarajia", "tatiza", "tatizika", "tatua",
    "tawala", "tawaliwa", "tawanya", "tawanyika", "tawaza", "tayarisha", "tazama", "tazamia",
    "tega", "tegemea", "tegemeana", "tegua", "teka", "tekeleza", "tekelezeka", "teketea",
    "teketeza", "telekeza", "teleza", "tema", "tembea", "tembelea", "tembeza", "tenda", "tendea",
    "tendeka", "tenga", "tengenea", "tengeneza", "tengua", "tesa", "teseka", "teta", "tetea",
    "teterea", "teua", "thamini", "thibiti", "thibitika", "thibitisha", "thibitishia", "thubutu",
    "tia", "tibika", "tibu", "tikisa", "tikisika", "tilia", "timia", "timiza", "timua", "tinga",
    "tisha", "tishia", "titia", "toa", "toboa", "tofautiana", "tofautisha", "toka", "tokana",
    "tokea", "tokomea", "tokomeza", "tolea", "tolewa", "toroka", "torosha", "tosha", "tosheleza",
    "toweka", "towesha", "toza", "tua", "tubu", "tuhumu", "tukana", "tukia", "tukuza", "tulia",
    "tuliza", "tulizana", "tuma", "tumai", "tumaini", "tumbua", "tumbuiza", "tumbukia", "tumia",
    "tumika", "tumikia", "tumikisha", "tunga", "tungua", "tunuku", "tunza", "tupa", "tupia",
    "tupilia", "tusi", "tuza", "twaa", "twanga", "uawa", "ugua", "uliza", "umbua", "umia", "umiza",
    "umwa", "unda", "unga", "ungama", "ungana", "unganisha", "ungua", "unguza", "uza", "uzia",
    "vaa", "vaana", "valia", "valisha", "vamia", "vimba", "vinjari", "vua", "vuja", "vujisha",
    "vuka", "vuma", "vumbua", "vumilia", "vuna", "vunja", "vunjika", "vuruga", "vuta", "vutana",
    "vutia", "vutiwa", "wahi", "wajibika", "wajibisha", "waka", "wakilisha", "wania", "washa",
    "wasili", "wasiliana", "wasilisha", "waza", "weka", "wekea", "wekeza", "weza", "wezekana",
    "wezesha", "winda", "yeyuka", "yumba", "zaa", "zagaa", "zalisha", "zaliwa", "zama", "zamisha",
    "zawadia", "ziba", "zidi", "zidisha", "zika", "zimia", "zindua", "zinduka", "zinga",
    "zingatia", "zingira", "zoa", "zoea", "zoeleka", "zomea", "zua", "zuia", "zuilia", "zuka",
    "zunguka", "zungumza", "zungumzia", "zuru", "zusha",
];

/// Subjects of verbs in headlines, where the present has no tense: mahakama yaamuru, chama chaungana.
const HEADLINE: [&str; 7] = ["wa", "ya", "za", "la", "cha", "vya", "a"];

/// Subjects of the subjunctive besides, but for those that begin many nouns in -e (upande, kitenge).
const SUBJUNCTIVE: [&str; 5] = ["zi", "li", "tu", "ni", "i"];

/// Subjects before a tense.
const SUBJECTS: [&str; 13] = [
    "wa", "ya", "zi", "li", "ki", "vi", "tu", "ni", "pa", "ku", "a", "i", "u",
];

/// Those whose tenses hardly any noun imitates; with wana- many do (wanasiasa).
const OPEN: [&str; 8] = ["a", "wa", "i", "zi", "li", "ya", "tu", "ni"];

/// Tenses that are cut off all verbs in -a after most subjects.
const TENSES: [&str; 4] = ["me", "li", "na", "ta"];

/// Tenses that more nouns imitate (wakala, ukingo), so that the verb must be listed.
const NARRATIVE: [&str; 4] = ["ki", "ka", "nge", "si"];

/// What stands between tense and object: relatives, those of the future, and -sha-, already.
const RELATIVES: [&str; 21] = [
    "kaye", "kayo", "kazo", "kalo", "kacho", "kavyo", "kapo", "kako", "kao", "vyo", "cho", "ye",
    "yo", "zo", "lo", "po", "ko", "mo", "sha", "o", "to",
];

/// Relatives that hardly any verb begins with, so that they are cut off all verbs.
const CLEAR_RELATIVES: [&str; 9] = ["kaye", "kayo", "kazo", "ye", "yo", "zo", "lo", "cho", "vyo"];

/// Subjects after the ha- of the negative; that of one person is none.
const NEGATED: [&str; 11] = ["wa", "zi", "li", "ya", "ki", "vi", "tu", "m", "i", "u", ""];

/// Objects, cut off listed verbs; that of one person is m- before consonants, mu- or mw- before vowels.
const OBJECTS: [&str; 14] = [
    "mu", "mw", "wa", "ki", "vi", "li", "ya", "zi", "ku", "tu", "ni", "m", "i", "u",
];

/// Verbs of one syllable, which keep the ku- of the infinitive after most tenses.
const WITH_KU: [&str; 5] = ["kufa", "kuja", "kula", "kunywa", "kuwa"];

/// The key of killing, whose root is the word for flower.
const KILL: &str = "kuua";

/// Returns the stem of a lower-case word, a slice of it or of [`NOUNS`] or [`VERBS`].
pub(super) fn stem(word: &str) -> &str {
    if !word.is_ascii() {
        return word;
    }
    match NOUNS.get(word) {
        Some(noun) if noun == word || NOUNS.get(noun).is_some() => return noun,
        Some(noun) => return class(locative(noun)),
        None => {}
    }
    if let Some(root) = verb(word) {
        return root;
    }
    let noun = locative(word);
    match NOUNS.get(noun) {
        Some(singular) => class(singular),
        None => class(noun),
    }
}

/// Returns the root of a verb in any of its forms but the imperative.
fn verb(word: &str) -> Option<&str> {
    match word.as_bytes().first()? {
        b'k' => infinitive(word).or_else(|| tensed(word)),
        b'h' => negative(word),
        b'a' | b'i' | b'l' | b'n' | b'p' | b't' | b'u' | b'v' | b'w' | b'y' | b'z' => {
            headline(word).or_else(|| tensed(word))
        }
        b'c' => headline(word),
        _ => None,
    }
}

/// Cuts ku-, and kuto- of the negative.
fn infinitive(word: &str) -> Option<&str> {
    let rest = word.strip_prefix("ku")?;
    let negated = || root(rest.strip_prefix("to")?);
    root(rest).or_else(negated).or_else(|| regular(rest))
}

/// Cuts the negative (hajafika, hawakufika, hatafika, haifungi) and the habitual (hufanyika).
fn negative(word: &str) -> Option<&str> {
    if let Some(rest) = word.strip_prefix("hu") {
        return known(rest);
    }
    let rest = word.strip_prefix("ha")?;
    let verb = |subject: &&str| negated(rest.strip_prefix(*subject)?);
    NEGATED.iter().find_map(verb)
}

/// Returns the root of a verb after its negative subject.
fn negated(rest: &str) -> Option<&str> {
    let tensed = |rest| root(rest).or_else(|| regular(rest));
    let tense = || cut_any(rest, &["ja", "ku", "ta"]).and_then(tensed);
    let present = || {
        let body = rest.strip_suffix('i')?;
        let verb = |body: &str| search(body, "a").map(key);
        let after = |object: &&str| verb(body.strip_prefix(*object)?);
        verb(body).or_else(|| OBJECTS.iter().find_map(after))
    };
    let borrowed = || root(rest).filter(|_| rest.ends_with(['i', 'u']));
    tense().or_else(borrowed).or_else(present)
}

/// Cuts the subject off a verb without tense: afariki, yatangaza, zifungwe.
fn headline(word: &str) -> Option<&str> {
    if let Some(rest) = cut_any(word, &HEADLINE) {
        return root(rest);
    }
    let subjunctive = word.ends_with('e');
    cut_any(word, &SUBJUNCTIVE)
        .filter(|_| subjunctive)
        .and_then(root)
}

/// Cuts subject and tense: amefika, zilizofika, watakapofika, akifika, wasiofika.
fn tensed(word: &str) -> Option<&str> {
    let rest = cut_any(word, &SUBJECTS)?;
    let Some(verb) = cut_any(rest, &TENSES) else {
        return related(cut_any(rest, &NARRATIVE)?);
    };
    let open = OPEN.iter().any(|subject| word.starts_with(subject)) && !word.starts_with("wana");
    let any = || regular(cut_any(verb, &CLEAR_RELATIVES).unwrap_or(verb));
    related(verb).or_else(|| any().filter(|_| open))
}

/// Cuts the first of the prefixes that a word has.
fn cut_any<'w>(word: &'w str, prefixes: &[&str]) -> Option<&'w str> {
    prefixes.iter().find_map(|prefix| word.strip_prefix(prefix))
}

/// Returns the root of a listed verb after its tense.
fn related(rest: &str) -> Option<&str> {
    let relative = |relative: &&str| root(rest.strip_prefix(*relative)?);
    root(rest).or_else(|| RELATIVES.iter().find_map(relative))
}

/// Returns the root of a listed verb, without an object before it.
fn root(rest: &str) -> Option<&str> {
    if let Some(root) = known(rest) {
        return Some(root);
    }
    OBJECTS.iter().find_map(|object| {
        let verb = rest.strip_prefix(object)?;
        let vowel = verb.starts_with(['a', 'e', 'i', 'o', 'u']);
        let fits = match *object {
            "m" => !vowel,
            "mu" | "mw" => vowel,
            _ => true,
        };
        known(verb).filter(|_| fits)
    })
}

/// Returns the root of a verb in -a that is not listed, without the object m- before a consonant.
fn regular(rest: &str) -> Option<&str> {
    let verb = rest
        .strip_prefix('m')
        .filter(|verb| verb.len() > LONG && !verb.starts_with(['a', 'b', 'e', 'i', 'o', 'u', 'w']));
    let verb = verb.unwrap_or(rest);
    (verb.len() >= LONG && verb.ends_with('a')).then(|| key(verb))
}

/// Returns the root of a listed verb or its passive, in -a or in the -e of the subjunctive.
fn known(verb: &str) -> Option<&str> {
    match verb {
        "ua" | "ue" => return Some(KILL),
        "uwawa" | "uwawe" | "uawe" => return Some("uaw"),
        "kwenda" => return Some("end"),
        "kwisha" => return Some("ish"),
        _ if WITH_KU.contains(&verb) => return Some(verb),
        _ => {}
    }
    let Some(body) = verb.strip_suffix(['a', 'e']) else {
        return search(verb, "");
    };
    if let Some(listed) = search(body, "a").or_else(|| search(verb, "")) {
        return Some(key(listed));
    }
    let active = body.strip_suffix('w')?;
    let passive = search(active, "a").is_some() || search(active, "").is_some() || derived(active);
    passive.then_some(body)
}

/// Tells whether a listed verb remains without the i, e, li or le before the w of its passive; the
/// vowel before them tells which of the two it is.
fn derived(active: &str) -> bool {
    active.strip_suffix(['i', 'e']).is_some_and(|body| {
        let vowel = body.bytes().rfind(|letter| b"aeiou".contains(letter));
        let open = matches!(vowel, Some(b'e' | b'o'));
        let found = |body: &str| search(body, "a").is_some() || search(body, "u").is_some();
        let listed = found(body) || body.strip_suffix('l').is_some_and(found);
        listed && open == active.ends_with('e')
    })
}

/// Finds a verb, given in two parts.
fn search(body: &str, end: &str) -> Option<&'static str> {
    let order = |verb: &&str| -> Ordering { verb.bytes().cmp(body.bytes().chain(end.bytes())) };
    VERBS
        .binary_search_by(order)
        .ok()
        .and_then(|at| VERBS.get(at).copied())
}

/// Cuts the final vowel after a consonant.
fn key(verb: &str) -> &str {
    let root = verb
        .strip_suffix('a')
        .filter(|root| root.len() >= SHORT && !root.ends_with(['a', 'e', 'i', 'o', 'u']));
    root.unwrap_or(verb)
}

/// Cuts the -ni of places.
fn locative(word: &str) -> &str {
    let noun = word.strip_suffix("ni");
    noun.filter(|noun| noun.len() >= LONG && noun.ends_with(['a', 'e', 'i', 'o', 'u']))
        .unwrap_or(word)
}

/// Cuts what the singular and the plural have of their own.
fn class(noun: &str) -> &str {
    match noun.as_bytes().first() {
        Some(b'm' | b'w') => agent(noun).unwrap_or(noun),
        Some(b'k' | b'v') => {
            let rest = noun.strip_prefix(['k', 'v']);
            rest.filter(|rest| rest.starts_with('i') && noun.len() >= SHORTEST_KI)
                .unwrap_or(noun)
        }
        _ => noun,
    }
}

/// Cuts the class of agents in -aji: mchezaji, wachezaji; muuzaji, wauzaji.
fn agent(noun: &str) -> Option<&str> {
    if !noun.ends_with("aji") || noun.starts_with("ma") {
        return None;
    }
    let classes = ["wa", "mu", "mw", "m"];
    classes
        .iter()
        .find_map(|class| noun.strip_prefix(class))
        .filter(|agent| agent.len() >= SHORTEST_AGENT)
}

#[cfg(test)]
mod tests {
    use super::super::forms::{assert_apart, assert_meet};
    use super::*;

    /// Forms that must meet, one class a line.
    const MEET: &str = "
        amefariki wamefariki walifariki waliofariki kufariki afariki wafariki hajafariki
        ameua waliua aua yaua kuua kumuua alimuua aliyemuua wamuua atakayewaua
        ameuawa waliouawa auawa wauawa kuuawa yauawa aliuwawa
        amekufa wamekufa walikufa waliokufa afa wafa kufa
        kukamata amemkamata limewakamata inamkamata wamkamata akamata watakaomkamata
        kukamatwa akamatwa wakamatwa amekamatwa aliyekamatwa hajakamatwa wakamatwe
        kufunga imeifunga yaifunga alifunga wamefunga haifungi
        kuchukua achukua amechukua wachukue hatachukua kimechukua
        kutangaza yatangaza latangaza imetangaza alitangaza zilizotangaza hutangaza hawakutangaza
        kuteua ateua amteua amemteua aliwateua aliyemteua
        kutolewa imetolewa iliyotolewa vilivyotolewa
        kujiuzulu ajiuzulu amejiuzulu waliojiuzulu
        kuona aliona waliona alichoona kumuona wameiona
        kwenda ameenda amekwenda anakokwenda waende
        anahitaji wanaohitaji inahitaji kuhitaji haihitaji
        kuporomoka laporomoka yaporomoka liliporomoka lililoporomoka
        kubomolewa zitabomolewa zilizobomolewa
        mwanafunzi wanafunzi
        mgonjwa wagonjwa
        mkulima wakulima
        mchezaji wachezaji
        muuzaji wauzaji
        mwigizaji muigizaji waigizaji
        mpinzani wapinzani
        kituo vituo kituoni vituoni
        kiongozi viongozi
        kijiji vijiji kijijini vijijini
        chama vyama
        chuo vyuo vyuoni
        mkutano mikutano mikutanoni
        msitu misitu msituni
        mahakama mahakamani
        hospitali hospitalini mahospitali
        bomu mabomu
        mtaa mitaa mitaani
        ugonjwa magonjwa
        wimbo nyimbo
    ";

    const APART: &[(&str, &str)] = &[
        ("kukata", "kata"),
        ("kupanda", "panda"),
        ("kukubali", "kubalika"),
        ("akamatwa", "akamata"),
        ("yaifunga", "wafungwa"),
        ("ameua", "ua"),
        ("mgonjwa", "ugonjwa"),
        ("kijiji", "jiji"),
        ("chama", "ama"),
        ("kirusi", "virusi"),
        ("visa", "kisa"),
        ("vita", "ita"),
        ("mipaka", "mpaka"),
        ("mabasi", "basi"),
        ("mitindo", "mtindo"),
        ("mradi", "radi"),
        ("mtaji", "taji"),
        ("hifadhi", "kuhifadhi"),
        ("utajiri", "yakijiri"),
        ("halali", "amelala"),
        ("kitenge", "kutenga"),
        ("zabuni", "kubuni"),
        ("wajibu", "kujibu"),
        ("wasukuma", "kusukuma"),
        ("hawakubaki", "kubaka"),
        ("mwezini", "mwezi"),
        ("nchini", "nchi"),
        ("uhaini", "uhai"),
        ("kura", "kurani"),
        ("hisani", "hisa"),
        ("watusi", "kutusi"),
    ];

    #[test]
    fn forms_of_a_word_meet() {
        assert_meet(stem, MEET.lines());
    }

    #[test]
    fn unlike_words_stay_apart() {
        assert_apart(stem, APART);
        for word in [
            "wakili", "waziri", "mali", "kamati", "amani", "alama", "taifa", "timu", "wizara",
            "habari", "ajali", "asali", "utawala", "umeme", "amerika", "italia", "arusha",
            "lazima", "kundi", "kura", "zamani", "imani", "thamani", "hatua", "huduma", "mahakama",
            "mauaji", "upande", "unene", "siasa", "chakula", "kutoka",
        ] {
            assert_eq!(stem(word), word);
        }
    }

    #[test]
    fn a_form_has_the_stem_of_its_noun() {
        for entry in [PERSONS, THINGS]
            .iter()
            .flat_map(|text| text.split_whitespace())
        {
            let (form, noun) = entry.split_once('=').unwrap_or((entry, entry));
            assert_eq!(stem(form), stem(noun), "{form}");
        }
    }

    #[test]
    fn verbs_are_in_order() {
        assert!(VERBS.is_sorted());
    }
}
