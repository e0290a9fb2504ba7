//! One table of examples, and one test for each thing that once misled or might.

use super::evidence::Evidence;
use super::script::Script;
use super::{Detection, UNDETERMINED, detect};

/// Own sentences, one or two for each language.
#[rustfmt::skip] // a table
const EXAMPLES: &[(&str, &str)] = &[
    ("ar", "أعلنت الحكومة اليوم عن خطة جديدة لدعم المزارعين في المناطق المتضررة من الجفاف"),
    ("ar", "الناس دي مش عايزة تمشي من هنا عشان الجو بقى حلو اوي"),
    ("ar", "هاد الشي ديال الكورة ولى كيعجبني بزاف حيت الدراري كيلعبو مزيان"),
    ("fa", "دولت امروز اعلام کرد که برنامه تازه‌ای برای حمایت از کشاورزان دارد"),
    ("fa", "وزير امور خارجه در گفتگو با خبرنگاران از توافق تازه با همسايگان خبر داد"),
    ("ur", "حکومت نے آج اعلان کیا ہے کہ کسانوں کی مدد کے لیے نیا منصوبہ شروع کیا جائے گا"),
    ("ps", "حکومت نن اعلان وکړ چې د بزګرانو د مرستې لپاره به نوی پلان پیل کړي"),
    ("ckb", "حکومەت ئەمڕۆ ڕایگەیاند کە پلانێکی نوێ بۆ یارمەتیدانی جووتیاران هەیە"),
    ("ug", "ھۆكۈمەت بۈگۈن دېھقانلارغا ياردەم بېرىش ئۈچۈن يېڭى پىلان ئېلان قىلدى"),
    ("sd", "حڪومت اڄ اعلان ڪيو آهي ته هارين جي مدد لاءِ نئون منصوبو شروع ڪيو ويندو"),
    ("he", "הממשלה הודיעה היום על תוכנית חדשה לסיוע לחקלאים שנפגעו מן הבצורת"),
    ("yi", "די רעגירונג האט היינט געמאלדן א נייעם פלאן צו העלפן די פארמערס"),
    ("ru", "Правительство объявило сегодня о новом плане помощи фермерам"),
    ("uk", "Уряд оголосив сьогодні про новий план допомоги фермерам, які постраждали від посухи"),
    ("be", "Урад абвясціў сёння пра новы план дапамогі фермерам, якія пацярпелі ад засухі"),
    ("bg", "Правителството обяви днес нов план за помощ на фермерите, които пострадаха от сушата"),
    ("mk", "Владата денес објави нов план за помош на земјоделците кои се погодени од сушата"),
    ("sr", "Влада је данас објавила нови план помоћи за пољопривреднике које је погодила суша"),
    ("kk", "Үкімет бүгін құрғақшылықтан зардап шеккен фермерлерге көмектесу жоспарын жариялады"),
    ("hi", "सरकार ने आज किसानों की मदद के लिए एक नई योजना की घोषणा की है"),
    ("mr", "सरकारने आज शेतकऱ्यांना मदत करण्यासाठी नवीन योजना जाहीर केली आहे"),
    ("ne", "सरकारले आज किसानहरूलाई सहयोग गर्न नयाँ योजना घोषणा गरेको छ"),
    ("bn", "সরকার আজ কৃষকদের সাহায্য করার জন্য একটি নতুন পরিকল্পনা ঘোষণা করেছে"),
    ("as", "চৰকাৰে আজি কৃষকসকলক সহায় কৰিবলৈ এখন নতুন আঁচনি ঘোষণা কৰিছে"),
    ("am", "መንግሥት ለገበሬዎች ድጋፍ ለመስጠት አዲስ እቅድ እንዳለው ዛሬ አስታውቋል"),
    ("ti", "መንግስቲ ንሓረስቶት ንምሕጋዝ ሓድሽ መደብ ከም ዘለዎ ሎሚ ኣፍሊጡ"),
    ("el", "Η κυβέρνηση ανακοίνωσε σήμερα ένα νέο σχέδιο για τους αγρότες"),
    ("hy", "Կառավարությունն այսօր հայտարարեց նոր ծրագրի մասին"),
    ("ka", "მთავრობამ დღეს ახალი გეგმა გამოაცხადა"),
    ("ta", "விவசாயிகளுக்கு உதவ அரசு இன்று புதிய திட்டத்தை அறிவித்தது"),
    ("te", "రైతులకు సహాయం చేయడానికి ప్రభుత్వం ఈరోజు కొత్త పథకాన్ని ప్రకటించింది"),
    ("kn", "ರೈತರಿಗೆ ನೆರವಾಗಲು ಸರ್ಕಾರ ಇಂದು ಹೊಸ ಯೋಜನೆ ಪ್ರಕಟಿಸಿದೆ"),
    ("ml", "കർഷകരെ സഹായിക്കാൻ സർക്കാർ ഇന്ന് പുതിയ പദ്ധതി പ്രഖ്യാപിച്ചു"),
    ("gu", "સરકારે આજે ખેડૂતોને મદદ કરવા માટે નવી યોજના જાહેર કરી"),
    ("pa", "ਸਰਕਾਰ ਨੇ ਅੱਜ ਕਿਸਾਨਾਂ ਦੀ ਮਦਦ ਲਈ ਨਵੀਂ ਯੋਜਨਾ ਦਾ ਐਲਾਨ ਕੀਤਾ"),
    ("si", "ගොවීන්ට උපකාර කිරීමට රජය අද නව සැලැස්මක් ප්‍රකාශයට පත් කළේය"),
    ("th", "รัฐบาลประกาศแผนใหม่เพื่อช่วยเหลือเกษตรกรในวันนี้"),
    ("lo", "ລັດຖະບານປະກາດແຜນການໃໝ່ໃນມື້ນີ້"),
    ("km", "រដ្ឋាភិបាលបានប្រកាសផែនការថ្មីនៅថ្ងៃនេះ"),
    ("my", "အစိုးရသည် ယနေ့ စီမံကိန်းသစ်ကို ကြေညာခဲ့သည်"),
    ("zh", "政府今天宣布了一项帮助农民的新计划，预计下个月开始实施"),
    ("zh", "政府今天宣布了一項幫助農民的新計畫，預計下個月開始實施"),
    ("ja", "政府は本日、農家を支援する新しい計画を発表した"),
    ("ja", "東京都知事選挙、開票速報"),
    ("ko", "정부는 오늘 농민을 돕기 위한 새로운 계획을 발표했다"),
    ("en", "The government announced a new plan today to help farmers who were hit by the drought"),
    ("fr", "Le gouvernement a annoncé aujourd'hui un nouveau plan pour aider les agriculteurs"),
    ("es", "El gobierno anunció hoy un nuevo plan para ayudar a los agricultores afectados por la sequía"),
    ("pt", "O governo anunciou hoje um novo plano para ajudar os agricultores afetados pela seca"),
    ("it", "Il governo ha annunciato oggi un nuovo piano per aiutare gli agricoltori colpiti dalla siccità"),
    ("ro", "Guvernul a anunțat astăzi un nou plan pentru a ajuta fermierii afectați de secetă"),
    ("ca", "El govern ha anunciat avui un nou pla per ajudar els pagesos afectats per la sequera"),
    ("gl", "O goberno anunciou onte un novo plan para axudar aos labregos que sufriron coa seca dende xuño"),
    ("de", "Die Regierung hat heute einen neuen Plan angekündigt, um den Bauern zu helfen"),
    ("nl", "De regering heeft vandaag een nieuw plan aangekondigd om de boeren te helpen"),
    ("af", "Die regering het vandag 'n nuwe plan aangekondig om boere te help wat deur die droogte geraak is"),
    ("sv", "Regeringen har i dag presenterat en ny plan för att hjälpa bönder som drabbats av torkan"),
    ("da", "Regeringen har i dag fremlagt en ny plan, der skal hjælpe landmænd, som blev ramt af tørken"),
    ("no", "Regjeringen har i dag lagt frem en ny plan som skal hjelpe bønder som ble rammet av tørken"),
    ("is", "Ríkisstjórnin kynnti í dag nýja áætlun til að hjálpa bændum sem urðu fyrir þurrkum"),
    ("fi", "Hallitus julkisti tänään uuden suunnitelman, jolla autetaan kuivuudesta kärsiviä viljelijöitä"),
    ("et", "Valitsus teatas täna uuest kavast, mis aitab põua tõttu kannatanud põllumehi"),
    ("hu", "A kormány ma új tervet jelentett be, hogy segítsen az aszály által sújtott gazdáknak"),
    ("pl", "Rząd ogłosił dziś nowy plan pomocy dla rolników, którzy ucierpieli przez suszę"),
    ("cs", "Vláda dnes oznámila nový plán na pomoc zemědělcům, které postihlo sucho"),
    ("sk", "Vláda dnes oznámila nový plán na pomoc poľnohospodárom, ktorých postihlo sucho, a tiež obciam"),
    ("sl", "Vlada je danes objavila nov načrt za pomoč kmetom, ki jih je prizadela suša"),
    ("hr", "Vlada je danas objavila novi plan pomoći poljoprivrednicima koje je pogodila suša, gdje će se također ulagati"),
    ("lt", "Vyriausybė šiandien paskelbė naują planą, kaip padėti nuo sausros nukentėjusiems ūkininkams"),
    ("lv", "Valdība šodien paziņoja par jaunu plānu, lai palīdzētu zemniekiem, kuri cietuši no sausuma"),
    ("sq", "Qeveria njoftoi sot një plan të ri për të ndihmuar fermerët që u prekën nga thatësira"),
    ("tr", "Hükümet bugün kuraklıktan etkilenen çiftçilere yardım etmek için yeni bir plan açıkladı"),
    ("az", "Hökumət bu gün quraqlıqdan zərər çəkən fermerlərə kömək etmək üçün yeni plan elan edib"),
    ("vi", "Chính phủ hôm nay công bố một kế hoạch mới để giúp đỡ nông dân bị ảnh hưởng bởi hạn hán"),
    ("id", "Pemerintah hari ini mengumumkan rencana baru untuk membantu petani yang terkena kekeringan"),
    ("tl", "Inihayag ng pamahalaan ngayon ang bagong plano para sa mga magsasaka na tinamaan ng tagtuyot"),
    ("sw", "Serikali ilitangaza leo mpango mpya wa kuwasaidia wakulima walioathirika na ukame"),
    ("so", "Dowladda ayaa maanta ku dhawaaqday qorshe cusub oo lagu caawinayo beeraleyda"),
    ("ha", "Gwamnati ta sanar da sabon shiri na taimaka wa manoma waɗanda fari ya shafa"),
    ("ku", "Hikûmetê îro planek nû ragihand ku ji bo alîkariya cotkaran hatiye amadekirin"),
];

#[test]
fn detects_each_language() {
    let wrong: Vec<_> = EXAMPLES
        .iter()
        .map(|(code, text)| (code, detect(text), text))
        .filter(|w| *w.0 != w.1.code)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn examples_in_capitals_keep_their_language() {
    for (code, text) in EXAMPLES
        .iter()
        .filter(|e| ["en", "fr", "es", "pt", "it", "ru", "uk", "nl"].contains(&e.0))
    {
        assert_eq!(detect(&text.to_uppercase()).code, *code, "{text}");
    }
}

#[test]
fn nothing_to_read_is_undetermined() {
    for text in [
        "", " \n\t", "2024-11-24 05:28, 3,5 %", "🎉🚀👍🏽", "!؟…「」", "https://example.org/a?b=c",
        "\u{64B}\u{640}",
    ] {
        assert_eq!(detect(text), UNDETERMINED, "{text:?}");
    }
}

#[test]
fn vowel_signs_and_tatweel_do_not_hide_words() {
    let signed = "إِنَّ الْحُكُومَةَ أَعْلَنَتْ خُطَّةً جَدِيدَةً لِدَعْمِ الْمُزَارِعِينَ فِـــي الْجَنُوبِ";
    assert_code_and_confidence(signed, "ar", 0.9);
}

#[test]
fn presentation_forms_read_like_letters() {
    // "في الحكومة إلى" and "است که گفت" as a PDF spells them.
    assert_code_and_confidence("ﻓﻲ ﺍﻟﺤﻜﻮﻣﺔ ﺇﻟﻰ ﺍﻟﻤﺪﻳﻨﺔ ﻻ", "ar", 0.8);
    assert_code_and_confidence("ﺍﺳﺖ ﮐﻪ ﮔﻔﺖ ﺑﺎﯾﺪ ﭼﻪ ﮐﺮﺩ", "fa", 0.8);
}

#[test]
fn decomposed_accents_read_like_composed_ones() {
    let text =
        "Le pre\u{301}sident a e\u{301}te\u{301} e\u{301}lu apre\u{300}s une anne\u{301}e de crise";
    assert_code_and_confidence(text, "fr", 0.9);
}

#[test]
fn words_read_at_once_count_as_those_read_by_letters() {
    let verdict = |text: &str| {
        let lexicon = super::lexicon(Script::Latin).unwrap();
        let verdict = Evidence::of(lexicon, [text].into_iter()).verdict(lexicon);
        verdict.best(lexicon)
    };
    let lengths = (1..40).map(|letters| format!("It {}ing, IT", "Th".repeat(letters)));
    let examples = EXAMPLES.iter().map(|(_, text)| (*text).to_owned());
    for text in lengths.chain(examples) {
        // A soft hyphen is nothing, but it isn't ASCII.
        let apart: String = text.chars().flat_map(|c| [c, '\u{AD}']).collect();
        assert_eq!(verdict(&text), verdict(&apart), "{text}");
    }
}

#[test]
fn quoted_names_do_not_change_the_language() {
    let arabic = "قالت شركة Apple إن هاتف iPhone 15 Pro Max سيصل إلى الأسواق في سبتمبر https://www.apple.com/newsroom/iphone";
    assert_eq!(detect(arabic).code, "ar");
    assert_eq!(
        detect("苹果公司发布了新的 iPhone 15 Pro Max 手机 https://www.apple.com/newsroom/2023")
            .code,
        "zh"
    );
    assert_eq!(
        detect(
            "The film by Alejandro González Iñárritu and Penélope Cruz was shown at the festival"
        )
        .code,
        "en"
    );
    assert_eq!(
        detect(
            "La photo de Müller à São Paulo, selon le New York Times et The Guardian, est fausse"
        )
        .code,
        "fr"
    );
}

#[test]
fn addresses_are_not_read() {
    let text = "Voir https://the.and.of.to/in/the/of?the=and the_of_and_to @the_and_of le site de la ville pour les horaires";
    assert_eq!(detect(text).code, "fr");
}

#[test]
fn one_japanese_sign_in_chinese_is_a_brand() {
    assert_eq!(
        detect("优の良品公司今天宣布在上海开设新的分店，这是该公司在中国的第三家门店").code,
        "zh"
    );
}

#[test]
fn the_larger_part_decides_and_mixing_costs_confidence() {
    let arabic = "أعلنت الحكومة اليوم عن خطة جديدة لدعم المزارعين في المناطق المتضررة";
    let mixed = format!("{arabic} and the rest of it in English words, as news desks do");
    let detection = detect(&mixed);
    assert_eq!(detection.code, "ar");
    assert!(
        detection.confidence < detect(arabic).confidence,
        "{detection:?}"
    );
}

#[test]
fn short_text_is_less_certain_than_long() {
    for (word, sentence) in [
        (
            "Paris",
            "Le gouvernement a annoncé que la ville de Paris sera la première à suivre",
        ),
        (
            "محمد",
            "قال محمد إن الحكومة أعلنت اليوم عن خطة جديدة لدعم المزارعين في الجنوب",
        ),
    ] {
        assert!(detect(word).confidence < 0.6, "{:?}", detect(word));
        assert!(detect(sentence).confidence > 0.9, "{:?}", detect(sentence));
    }
}

#[test]
fn scripts_of_one_large_language_leave_little_doubt() {
    let cases = [
        ("he", "אדגר סבל מפציעות בזרוע, ואילו כריסטופר נזקק לניתוח."),
        ("he", "צפת - בית הכנסת העתיק נפתח אמש"),
        ("am", "ጨዋታው በአዲስ አበባ ስታዲየም ተካሂዷል።"),
        ("am", "ሐኪሞች ታካሚዎችን በአግባቡ መረመሩ"),
    ];
    for (code, text) in cases {
        assert_code_and_confidence(text, code, 0.8);
    }
    assert_code_and_confidence("דער מיניסטער האט געזאגט אז", "yi", 0.8);
    assert_eq!(detect("ישראל און אמעריקע").code, "yi");
    assert_code_and_confidence("ሚኒስተር ኣብ ኣስመራ ተዛሪቡ", "ti", 0.8);
}

#[test]
fn unknown_words_are_not_certain() {
    assert!(detect("xqzt vrkpl gnnfd wqrtz mlkpo").confidence < 0.5);
}

#[test]
fn padding_does_not_hide_the_text() {
    let padded = format!(
        "{}Le président a été élu par les députés de la chambre{}",
        " 0\n".repeat(50_000),
        " .".repeat(50_000)
    );
    assert_eq!(detect(&padded).code, "fr");
}

#[test]
fn long_text_is_sampled_at_characters() {
    for (code, text) in EXAMPLES {
        for shift in 0..4 {
            let long = format!("{}{}", "x".repeat(shift), format!("{text} ").repeat(200));
            assert_eq!(detect(&long).code, *code);
        }
    }
}

/// Menus stand at the beginning and the end, where two of three windows are.
#[test]
fn menus_in_another_language_do_not_hide_the_text() {
    let menu = "Latest news from the state, politics, sports and entertainment in our app. ";
    let story = "सरकार ने किसानों के लिए नई योजना की घोषणा की है। ".repeat(12);
    let page = format!("{}{story}{}", menu.repeat(4), menu.repeat(5));
    assert_code_and_confidence(&page, "hi", 0.8);
}

/// Work is bounded: what the sample leaves out can't change the answer.
#[test]
fn only_the_sample_is_read() {
    let french = "Le gouvernement a annoncé un plan pour les agriculteurs. ".repeat(100);
    let english = "The government announced a new plan to help the farmers. ".repeat(100);
    let text = format!("{french}{english}{french}{english}{french}");
    let sampled = super::Sample::of(&text)
        .pieces()
        .map(str::len)
        .sum::<usize>();
    assert!(sampled <= 3 * 512, "{sampled}");
    assert_eq!(detect(&text).code, "fr");
}

#[test]
fn no_panic_and_no_silly_number_on_random_input() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move |bound: u32| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(state >> 33).unwrap_or(0) % bound
    };
    for round in 0..3_000 {
        // All of Unicode, then one script's block at a time, so that marks meet letters.
        let base = if round % 2 == 0 { 0 } else { next(0x1_0000) };
        let width = if round % 2 == 0 { 0x11_0000 } else { 0x180 };
        let length = next(if round % 100 == 0 { 9_000 } else { 60 });
        let text: String = (0..length)
            .filter_map(|_| char::from_u32(base + next(width)))
            .collect();
        let first = detect(&text);
        assert_eq!(first, detect(&text));
        assert!(
            (0.0..=1.0).contains(&first.confidence),
            "{first:?} {text:?}"
        );
        assert!(first.code != "und" || first.confidence == 0.0);
    }
}

fn assert_code_and_confidence(text: &str, code: &str, least: f32) {
    let Detection {
        code: found,
        confidence,
    } = detect(text);
    assert!(
        found == code && confidence >= least,
        "{found} {confidence} {text}"
    );
}
