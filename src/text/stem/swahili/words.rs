//! The words that the Swahili stemmer knows.

/// Words that stay whole.
pub(super) const WHOLE: &str = "
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

/// Persons with their plurals.
pub(super) const PERSONS: &str = "
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
    wasaidizi=msaidizi wapatanishi=mpatanishi wasuluhishi=msuluhishi
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

/// Things with their plurals and other spellings.
pub(super) const THINGS: &str = "
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
pub(super) const VERBS: [&str; 1003] = [
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
