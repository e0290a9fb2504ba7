//! Cities that datelines name, as the papers of each language spell them.

/// Cities that stand before the dash of a report whatever follows it, and in
/// capitals before its colon.
#[rustfmt::skip]
pub(super) const CITIES: &[&str] = &[
    "Abu Dhabi", "Ahmedabad", "Bengaluru", "Bhopal", "Chandigarh", "Chennai", "Colombo",
    "Faisalabad", "Gilgit", "Guwahati", "Hyderabad", "Jaipur", "Kochi", "Kolkata", "Lahore",
    "Lucknow", "Multan", "Muzaffarabad", "Patna", "Peshawar", "Pune", "Quetta", "Ranchi",
    "Rawalpindi", "Srinagar", "Sukkur", "Thiruvananthapuram", "Abuja", "Accra", "Amsterdam",
    "Ankara", "Athen", "Athens", "Baghdad", "Bandung", "Bangkok", "Beijing", "Beirut", "Berlin",
    "Bern", "Bogor", "Bogotá", "Bratislava", "Brasília", "Brussels", "Bruxelles", "Brüssel",
    "Budapest", "Buenos Aires", "Cairo", "Canberra", "Caracas", "Ciudad de México", "Copenhagen",
    "Dakar", "Damascus", "Dar es Salaam", "Denpasar", "Depok", "Dhaka", "Doha", "Dubai", "Dublin",
    "Frankfurt", "Geneva", "Genf", "Genève", "Hamburg", "Hanoi", "Helsinki", "Hà Nội", "Islamabad",
    "Istanbul", "Jakarta", "Jerusalem", "Kabul", "Karachi", "Kathmandu", "Khartoum", "Kiew",
    "Kuala Lumpur", "Kyiv", "Köln", "Lagos", "Lima", "Lisboa", "Lisbon", "London", "Londres",
    "Luanda", "Madrid", "Makassar", "Manila", "Maputo", "Medan", "Melbourne", "Mexico City",
    "Milano", "Montevideo", "Moscou", "Moscow", "Moskau", "Mumbai", "München", "Nairobi", "Napoli",
    "New Delhi", "New York", "Oslo", "Ottawa", "Palembang", "Paris", "Pekanbaru", "Praha",
    "Pretoria", "Quito", "Rabat", "Riyadh", "Roma", "Rome", "Semarang", "Seoul", "Singapore",
    "Stockholm", "Surabaya", "Sydney", "Tehran", "Tokyo", "Torino", "Tripoli", "Tunis", "Warsaw",
    "Warszawa", "Washington", "Wien", "Yogyakarta", "Zürich", "İstanbul", "Jeddah", "Manchester",
    "Birmingham", "Muscat", "Manama", "Sharjah", "Dammam", "Makkah", "Johannesburg", "Cape Town",
    "Harare", "Kampala", "Addis Ababa", "Dera Ismail Khan", "Gujranwala", "Sialkot", "Gwadar",
    "Hong Kong", "Jammu", "Alger", "Algiers",
];

/// Cities that are known by their capitals, by a stop or a date behind them, but not
/// by a dash alone: it may lead to another city.
#[rustfmt::skip]
pub(super) const MORE_CITIES: &[&str] = &[
    "Basel", "Bonn", "Bregenz", "Bremen", "Dortmund", "Dresden", "Düsseldorf", "Eisenstadt",
    "Erfurt", "Graz", "Hannover", "Innsbruck", "Karlsruhe", "Kassel", "Kiel", "Klagenfurt",
    "Leipzig", "Linz", "Luzern", "Magdeburg", "Mainz", "Mannheim", "Nürnberg", "Potsdam", "Rom",
    "Rostock", "Saarbrücken", "Salzburg", "Schwerin", "St. Gallen", "St. Pölten", "Stuttgart",
    "Tel Aviv", "Wiesbaden", "Santiago de Chile", "Mexiko-Stadt", "La Habana", "La Paz",
    "Santo Domingo", "San José", "San Salvador", "San Juan", "Managua", "Tegucigalpa", "Asunción",
    "Bilbao", "Barranquilla", "Guayaquil", "Arequipa", "Nueva York", "Berlín", "París", "Kraków",
    "Gdańsk", "Poznań", "Wrocław", "Łódź", "Katowice", "Nowy Sącz", "Zielona Góra", "Nowy Targ",
    "Rotterdam", "Den Haag", "Utrecht", "Eindhoven", "Antwerpen", "Gent", "Göteborg", "Malmö",
    "Αθήνα", "Θεσσαλονίκη", "Λευκωσία", "Νέα Υόρκη", "București", "Chișinău", "Cluj-Napoca",
    "Iași", "Timișoara", "Padang", "Banda Aceh", "Malang", "Bekasi", "Tangerang", "Manado",
    "Pontianak", "Balikpapan", "Samarinda", "Jayapura", "Kupang", "Mataram", "Ambon", "Batam",
    "Ancona", "Bologna", "Cagliari", "Catania", "Città del Vaticano", "Firenze", "Francoforte",
    "Genova", "L'Aquila", "Palermo", "Perugia", "Reggio Calabria", "Reggio Emilia", "Trieste",
    "Venezia", "Verona", "Belo Horizonte", "Bissau", "Coimbra", "Curitiba", "Díli", "Fortaleza",
    "Funchal", "Manaus", "Nova Iorque", "Nova York", "Ponta Delgada", "Porto Alegre", "Recife",
    "Rio de Janeiro", "São Paulo", "Peking", "Tokio", "Kairo", "Teheran", "Warschau", "Prag",
    "Kopenhagen", "Lissabon", "Neu-Delhi", "Straßburg", "Pekín", "Moscú", "Bruselas", "Ginebra",
    "Jerusalén", "Mosca", "Pechino", "Londra", "Parigi", "Gerusalemme", "Ginevra", "Strasburgo",
    "Berlino", "Pequim", "Moscovo", "Bruxelas", "Genebra", "Bryssel", "Köpenhamn", "Helsingfors",
    "Brussel", "Parijs", "Londen", "Βρυξέλλες", "Ουάσινγκτον", "Παρίσι", "Λονδίνο", "Βερολίνο",
];

/// Cities of Urdu, Hindi and Bengali papers, which stand before the colon of a
/// report, and before the stop of Hindi and Bengali.
#[rustfmt::skip]
pub(super) const COLON_CITIES: &[&str] = &[
    "کراچی", "لاہور", "اسلام آباد", "راولپنڈی", "پشاور", "کوئٹہ", "ملتان", "فیصل آباد",
    "گوجرانوالہ", "سیالکوٹ", "حیدرآباد", "سکھر", "مظفرآباد", "گلگت", "مانسہرہ", "ایبٹ آباد",
    "نئی دہلی", "ممبئی", "لکھنؤ", "پٹنہ", "سرینگر", "سری نگر", "جموں", "بھوپال", "کولکاتا",
    "بنگلورو", "چنئی", "احمد آباد", "علی گڑھ", "کابل", "تہران", "ڈھاکہ", "ڈھاکا", "دبئی",
    "ابوظہبی", "ریاض", "دوحہ", "غزہ", "بیروت", "دمشق", "بغداد", "قاہرہ", "انقرہ", "استنبول",
    "لندن", "پیرس", "برلن", "واشنگٹن", "نیویارک", "ماسکو", "بیجنگ", "ٹوکیو", "سڈنی", "جنیوا",
    "दिल्ली", "नई दिल्ली", "नयी दिल्ली", "मुंबई", "कोलकाता", "चेन्नई", "बेंगलुरु", "हैदराबाद",
    "अहमदाबाद", "पुणे", "नागपुर", "लखनऊ", "कानपुर", "वाराणसी", "प्रयागराज", "आगरा", "मेरठ",
    "गाजियाबाद", "नोएडा", "गोरखपुर", "बरेली", "मुरादाबाद", "अलीगढ़", "अयोध्या", "झांसी", "बदायूं",
    "सहारनपुर", "पटना", "मुजफ्फरपुर", "भागलपुर", "दरभंगा", "मधेपुरा", "रांची", "जमशेदपुर",
    "धनबाद", "बोकारो", "भोपाल", "इंदौर", "ग्वालियर", "जबलपुर", "उज्जैन", "रायपुर", "बिलासपुर",
    "धमतरी", "जयपुर", "जोधपुर", "उदयपुर", "अजमेर", "चंडीगढ़", "लुधियाना", "अमृतसर",
    "जालंधर", "शिमला", "धर्मशाला", "देहरादून", "हरिद्वार", "हल्द्वानी", "नैनीताल", "श्रीनगर",
    "जम्मू", "गुवाहाटी", "भुवनेश्वर", "गुरुग्राम", "फरीदाबाद", "काठमांडू", "इस्लामाबाद", "ढाका",
    "वाशिंगटन", "लंदन", "न्यूयॉर्क", "बीजिंग", "मॉस्को", "दुबई", "ঢাকা", "চট্টগ্রাম", "রাজশাহী",
    "খুলনা", "বরিশাল", "সিলেট", "রংপুর", "ময়মনসিংহ", "কুমিল্লা", "গাজীপুর", "নারায়ণগঞ্জ",
    "বগুড়া", "যশোর", "কুষ্টিয়া", "দিনাজপুর", "টাঙ্গাইল", "কক্সবাজার", "নোয়াখালী", "ফেনী",
    "পাবনা", "ফরিদপুর", "নওগাঁ", "কলকাতা", "হাওড়া", "শিলিগুড়ি", "আসানসোল", "দুর্গাপুর",
    "বর্ধমান", "মালদহ", "বহরমপুর", "মেদিনীপুর", "আগরতলা", "গুয়াহাটি", "শিলচর", "নয়াদিল্লি",
    "দিল্লি", "মুম্বই", "ওয়াশিংটন", "লন্ডন", "নিউইয়র্ক", "ইসলামাবাদ", "বেইজিং", "মস্কো",
];
