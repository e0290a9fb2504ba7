//! Names of news agencies and of papers, as datelines spell them.

/// News agencies in the spellings of datelines; full stops and spaces don't
/// count.
#[rustfmt::skip]
pub(super) const AGENCIES: &[&str] = &[
    "Reuters", "AFP", "AP", "UPI", "CNN", "dpa", "epd", "KNA", "APA", "EFE", "ANSA", "Lusa",
    "Xinhua", "TASS", "AA", "DHA", "İHA", "CİHAN", "IRNA", "ISNA", "Bloomberg", "Interfax", "RIA",
    "PTI", "ANI", "IANS", "Antara", "KUNA", "WAM", "SPA", "QNA", "BNA", "MENA", "APS", "MAP",
    "TAP", "WAFA", "SANA", "Petra", "APP", "INP", "Kyodo", "Yonhap", "Ukrinform", "Europa Press",
    "PAP", "KAI", "ANP", "Belga", "TT", "NTB", "Ritzau", "Agerpres", "Mediafax", "News.ro",
    "رويترز", "روترز", "واس", "وام", "قنا", "كونا", "بنا", "بترا", "سانا", "وفا", "وات", "واج",
    "واع", "أ ف ب", "د ب أ", "أ ش أ", "أ ب", "و م ع", "الأناضول", "شينخوا", "سبوتنيك", "العمانية",
    "فرانس برس", "الفرنسية", "يو بي آي", "إفي", "إيرنا", "ايسنا", "فارس", "تسنيم", "مهر",
    "إي أيه بي", "ایرنا", "ایسنا", "ایلنا", "اے پی پی", "اے ایف پی", "این این آئی", "آئی این پی",
    "روئٹرز", "رائٹرز", "ТАСС", "РИА Новости", "Интерфакс", "Рейтер", "Укринформ", "Укрінформ",
    "УНІАН", "УНН", "Інтерфакс-Україна", "sda", "Keystone-SDA", "SID", "taz", "dts", "Adnkronos",
    "askanews", "LaPresse", "Télam", "Notimex", "Prensa Latina", "БелТА", "INTERFAX.RU", "Росбалт",
    "Прайм", "ΑΠΕ", "ΑΠΕ-ΜΠΕ", "ΚΥΠΕ", "CNN Indonesia", "ANTARA News", "סוכנויות",
    "סוכנויות הידיעות", "आईएएनएस", "यूएनआई", "हि.स.", "हिन्दुस्थान समाचार", "एजेंसी", "रॉयटर्स",
    "רויטרס", "新华社", "新華社", "中新社", "中新网", "法新社", "路透社", "美联社", "中央社", "人民网", "共同", "共同社", "時事",
    "ロイター", "연합뉴스", "뉴시스", "뉴스1", "भाषा", "एएनआई", "पीटीआई", "वार्ता", "ইউএনবি", "বাসস", "TTXVN",
    "TNO", "NLĐO", "PLO", "Sputnik", "RFE/RL", "এএফপি", "ডিপিএ", "রয়টার্স", "এপি", "পিটিআই",
    "এএনআই", "সিনহুয়া", "তাস", "আনাদোলু", "एएफपी", "एपी", "डीपीए", "शिन्हुआ", "सिन्हुआ", "तास",
    "यूनीवार्ता", "स्पुतनिक", "अनादोलु", "रायटर", "रॉयटर", "Синьхуа", "ኢዜአ", "ኤፍ ኤም ሲ", "ኤፍ ቢ ሲ",
    "پژواک", "باختر", "SONNA", "HOL", "Caasimada Online", "Garowe Online", "کوردستان24", "ซินหัว",
    "Bernama", "Dân trí", "TEMPO.CO", "德国之声中文网", "OTS", "ATS", "الشرق الأوسط", "سبأ", "سبأنت",
    "شفق نيوز", "السومرية نيوز", "الفرات نيوز", "رووداو", "رووداو ديجيتال", "رووداو عربية",
    "كوردستان 24", "عكاظ", "القدس العربي", "سونا", "وال", "لانا", "سما", "وطنية",
    "الوكالة الوطنية", "عمون", "خبرني", "دنيا الوطن", "باج نيوز", "سودان تربيون", "SUNA", "LANA",
    "NNA", "و م أ", "تاس", "نوفوستي", "إنترفاكس", "أسوشيتد برس", "أسوشييتد برس", "الأسوشيتد برس",
    "بلومبرغ", "العربي الجديد", "العربية نت", "الجزيرة نت", "سكاي نيوز عربية", "بزنيس واير",
    "Business Wire", "PRNewswire", "NAN", "GNA", "UNI", "BSS", "UNB", "ONA", "CNA", "KNO", "JTA",
    "TNN", "Jiji Press", "Kyodo News", "New Ziana", "SAnews.gov.za", "WSJ", "Dow Jones Newswires",
    "GLOBE NEWSWIRE", "CNW", "Newsfile Corp.", "ACCESSWIRE", "ACCESS Newswire", "NewsNation",
    "The Center Square", "News 1st", "TradeArabia News Service", "The Canadian Press", "AIP",
    "ACP", "AIB", "AGP", "ATOP", "awp", "Agence Ecofin", "AlterPresse", "Gabonreview",
    "RIA Novosti", "La Presse Canadienne", "Agence QMI", "cath.ch", "APAnews", "ONU Info", "ANKA",
    "ANKA Haber Ajansı", "BHA", "İGFA", "UBA", "ETHA", "JINNEWS", "Mezopotamya Ajansı", "Hibya",
    "Hibya Haber Ajansı", "BYZHA", "BİA", "BİA Haber Merkezi", "BIA Haber Merkezi",
    "Anadolu Ajansı", "İhlas Haber Ajansı", "Demirören Haber Ajansı", "Foreks", "Matriks Haber",
    "Independent Türkçe", "اسپوتنیک", "پانا", "رادیو فردا", "آناتولی", "فرانس پرس", "فرانس‌پرس",
    "آسوشیتدپرس", "شینهوا", "ایمنا", "ایکنا", "ایبنا", "ایسکانیوز", "برنا", "طلوع‌نیوز",
    "خبرآنلاین", "خبر آنلاین", "عصر ایران", "جماران", "اقتصاد آنلاین", "همشهری آنلاین",
    "باشگاه خبرنگاران جوان", "ایران اینترنشنال", "۸صبح", "اطلاعات روز", "یو این آئی", "اے این آئی",
    "آئی اے این ایس", "پی پی آئی", "کے پی آئی", "ایس این بی", "ایس این این", "شنہوا", "شِنہوا",
    "ژنہوا", "ڈی پی اے", "اے پی", "انادولو", "اناطولیہ", "سپوتنک", "ثناء نیوز", "صباح نیوز",
    "ہندوستھان سماچار",
];

/// Papers whose names are words as well, and so need quotes around them.
pub(super) const PAPERS: &[&str] = &[
    "الخليج", "البيان", "الاتحاد", "الرياض", "الوطن", "القبس", "الراي", "الراية", "الجريدة",
    "الأنباء", "الاقتصادية", "الصباح", "المدينة", "الأيام", "أخبار الخليج", "الشرق", "العرب",
    "الشبيبة", "عمان اليوم", "الرأي", "الغد", "الدستور", "النهار", "الأخبار", "المدن", "النشرة",
    "الأهرام", "الشروق", "اللواء", "الديار", "البعث", "الثورة", "الحياة الجديدة", "المصري اليوم",
    "اليوم السابع",
];

/// How Chinese papers name themselves and the agencies at the head of a report.
pub(super) const CHINESE_SOURCES: &[&str] = &[
    "新华社", "新華社", "中新社", "中新网", "法新社", "路透社", "美联社", "中央社", "人民网",
    "央视网", "本报", "本報",
];
