//! Indonesian.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "id",
    stop_words: "\
        dan atau tetapi tapi namun melainkan serta lalu kemudian maka sehingga agar supaya \
        karena sebab jika kalau apabila bila bilamana ketika saat sewaktu selagi sementara \
        sedangkan walau walaupun meski meskipun seolah seakan bahwa seperti sebagai bagai \
        sebagaimana di ke dari pada kepada dalam oleh untuk bagi dengan tanpa tentang mengenai \
        terhadap antara hingga sampai sejak selama menurut melalui lewat atas bawah depan \
        belakang samping luar sekitar dekat demi guna per secara akan yang ini itu tersebut \
        begitu begini demikian sini situ sana saya aku kami kita kamu anda kalian dia ia \
        beliau mereka -nya nya dirinya sendiri diri saling para sang si adalah ialah merupakan \
        yakni yaitu ada adanya tidak tak bukan belum jangan tiada sudah telah sedang masih \
        pernah bakal dapat bisa mampu boleh harus wajib perlu mesti ingin mau hendak juga pun \
        saja hanya cuma lagi lah kah sangat amat sekali lebih paling kurang cukup terlalu agak \
        hampir semakin makin selalu sering kadang jarang apa siapa mana kapan mengapa kenapa \
        bagaimana berapa dimana kemana apakah semua seluruh setiap tiap masing masing-masing \
        beberapa banyak sedikit sebagian suatu sebuah seorang sesuatu seseorang lain lainnya \
        sama satu dua tiga pertama kedua ketiga hari kini sekarang nanti tadi kemarin besok \
        usai setelah sesudah sebelum sebelumnya selain termasuk terkait hal pihak menjadi jadi \
        membuat dilakukan melakukan memiliki mempunyai terjadi kata ujar katanya ujarnya ucap \
        ucapnya mengatakan menyatakan menambahkan menyebutkan menjelaskan jelas jelasnya tutur \
        tuturnya ungkap ungkapnya tegas tegasnya pukul wib wita wit bin binti",
    titles: &[
        "Dr.", "dr.", "Drs.", "Dra.", "Prof.", "Ir.", "H.", "Hj.", "K.H.", "KH.", "Ust.", "Tn.",
        "Ny.", "Nn.", "Sdr.", "Sdri.", "Bpk.", "Yth.", "R.", "R.A.", "R.M.", "R.Ng.", "Tgk.",
        "Tb.", "Pdt.", "Rm.", "Mgr.", "Jend.", "Letjen.", "Mayjen.", "Brigjen.", "Kol.", "Letkol.",
        "Kapt.", "Lettu.", "Letda.", "Kompol.", "Iptu.", "St.", "Jl.", "Jln.", "Gg.", "Kab.",
        "Kec.", "Kel.", "Prov.", "drg.", "drh.", "a.n.", "u.b.", "u.p.", "d.a.", "cq.", "c.q.",
        "vs.", "PT.", "CV.", "UD.", "Alm.", "alm.",
    ],
    abbreviations: &[
        "dll.", "dsb.", "dst.", "dkk.", "tsb.", "d.k.k.", "yg.", "dgn.", "S.H.", "S.E.", "S.T.",
        "S.Pd.", "S.Sos.", "S.I.P.", "S.Ag.", "S.Kom.", "S.Ked.", "S.Psi.", "M.H.", "M.M.",
        "M.Si.", "M.Sc.", "M.A.", "M.Pd.", "M.Hum.", "M.Kes.", "M.Kom.", "M.T.", "M.Eng.", "Ph.D.",
        "Sp.OG.", "Sp.A.", "Sp.PD.", "A.Md.", "B.A.", "Tbk.", "a.l.", "M.", "SM.", "A.S.", "U.S.",
        "Inc.", "Corp.", "Ltd.", "Co.", "etc.", "i.e.", "e.g.", "Jr.", "Sr.", "thn.", "ttd.",
    ],
    before_number: &[
        "No.", "no.", "hlm.", "hal.", "h.", "Rp.", "jil.", "vol.", "Vol.", "ps.", "Ps.", "ay.",
        "tgl.", "Tgl.", "Tlp.", "Telp.", "tel.", "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.",
        "Agt.", "Agu.", "Ags.", "Sep.", "Sept.", "Okt.", "Nov.", "Des.", "RT.", "RW.", "ed.",
        "cet.", "gbr.", "Gbr.",
    ],
    ordinal_dot: false,
    connectives: &[
        "namun", "namun demikian", "tetapi", "tapi", "akan tetapi", "meski demikian",
        "meskipun demikian", "walaupun demikian", "walau demikian", "kendati demikian",
        "meski begitu", "meskipun begitu", "walau begitu", "walaupun begitu", "sebaliknya",
        "di sisi lain", "di pihak lain", "di satu sisi", "sementara itu", "sementara", "sedangkan",
        "selain itu", "di samping itu", "lebih lanjut", "selanjutnya", "tak hanya itu",
        "tidak hanya itu", "bukan hanya itu", "terlebih", "apalagi", "bahkan", "lagi pula",
        "begitu pula", "begitu juga", "demikian pula", "demikian juga", "hal serupa", "hal senada",
        "senada", "juga", "oleh karena itu", "oleh sebab itu", "karena itu", "maka dari itu",
        "maka", "dengan demikian", "dengan begitu", "akibatnya", "alhasil", "sehingga", "hasilnya",
        "jadi", "untuk itu", "atas dasar itu", "atas hal itu", "terkait hal itu",
        "terkait hal tersebut", "dalam hal ini", "dalam konteks ini", "kemudian", "lalu",
        "setelah itu", "sesudah itu", "usai itu", "sebelum itu", "sebelumnya", "saat itu",
        "ketika itu", "pada saat yang sama", "di saat yang sama", "pada kesempatan itu",
        "sejak saat itu", "sejak itu", "hingga kini", "adapun", "misalnya", "contohnya",
        "sebagai contoh", "dengan kata lain", "artinya", "yakni", "yaitu", "sebenarnya",
        "faktanya", "nyatanya", "pasalnya", "sebab", "karena", "dan", "atau", "akhirnya",
        "terakhir", "singkatnya", "secara keseluruhan", "sebagai informasi", "diketahui",
        "seperti diketahui", "sebagaimana diketahui", "di tempat yang sama", "menanggapi hal itu",
        "menanggapi hal tersebut",
    ],
    pronouns: &[
        "ia", "dia", "beliau", "mereka", "ini", "itu", "hal ini", "hal itu", "hal tersebut",
        "keduanya", "ketiganya", "semuanya", "sebagian dari mereka", "banyak dari mereka",
        "salah satunya", "salah satu dari mereka", "tersebut", "demikian", "di sana", "di situ",
        "di sini", "inilah", "itulah", "dialah", "mereka berdua", "yang bersangkutan",
        "para pihak tersebut", "pria itu", "wanita itu", "pria tersebut", "wanita tersebut",
        "pihaknya", "dirinya", "menurutnya", "baginya",
    ],
    speech_verbs: &[
        "kata", "katanya", "berkata", "mengatakan", "ujar", "ujarnya", "ucap", "ucapnya",
        "mengucapkan", "tutur", "tuturnya", "menuturkan", "ungkap", "ungkapnya", "mengungkapkan",
        "jelas", "jelasnya", "menjelaskan", "tegas", "tegasnya", "menegaskan", "terang",
        "terangnya", "menerangkan", "papar", "paparnya", "memaparkan", "sebut", "sebutnya",
        "menyebut", "menyebutkan", "menyatakan", "menambahkan", "tambah", "tambahnya", "imbuh",
        "imbuhnya", "menyampaikan", "mengumumkan", "melaporkan", "dilaporkan", "mengklaim",
        "mengakui", "mengaku", "membantah", "membenarkan", "mengonfirmasi", "memperingatkan",
        "mengingatkan", "menilai", "mengimbau", "meminta", "menuding", "menuduh", "mengecam",
        "mengkritik", "menjawab", "menanggapi", "bertanya", "menulis", "tulis", "tulisnya",
        "cetus", "cetusnya", "pungkas", "pungkasnya", "menekankan", "menyoroti", "berjanji",
        "mendesak", "membeberkan", "beber", "klaim", "klaimnya",
    ],
    read_also: &[
        "baca juga", "baca selengkapnya", "baca berita", "baca artikel", "baca lebih", "baca:",
        "baca di sini", "simak juga", "simak video", "simak selengkapnya", "lihat juga",
        "lihat video", "lihat selengkapnya", "saksikan juga", "saksikan video", "tonton juga",
        "tonton video", "selengkapnya", "selanjutnya:", "berita terkait", "artikel terkait",
        "berita lainnya", "berita lain", "artikel lainnya", "topik terkait", "konten terkait",
        "rekomendasi untuk anda", "pilihan editor", "pilihan redaksi", "terpopuler",
        "berita terpopuler", "anda mungkin", "mungkin anda suka", "jangan lewatkan",
        "halaman selanjutnya", "halaman berikutnya", "lanjutkan membaca", "scroll to",
        "gulir untuk", "berlangganan", "daftar sekarang", "login", "ikuti kami", "ikuti berita",
        "ikuti whatsapp", "follow", "dapatkan update", "dapatkan informasi", "dapatkan berita",
        "bagikan", "bagikan artikel", "share", "klik di sini", "klik disini", "iklan",
        "advertisement", "konten bersponsor", "unduh aplikasi", "download aplikasi",
        "tulis komentar", "hak cipta", "tag:", "tags:", "cek berita", "update berita",
        "kirim komentar",
    ],
    captions: &[
        "foto:", "foto oleh", "foto ilustrasi", "foto arsip", "foto dok", "foto file", "gambar:",
        "gambar ilustrasi", "ilustrasi", "ilustrasi:", "arsip", "arsip foto", "dok.", "dok:",
        "dokumentasi:", "sumber foto", "sumber gambar", "sumber:", "keterangan foto",
        "keterangan gambar", "kredit foto", "kredit:", "video:", "tangkapan layar", "infografis:",
        "grafis:", "antara foto",
    ],
    bylines: &[
        "oleh", "oleh:", "penulis:", "penulis", "ditulis oleh", "editor:", "editor", "reporter:",
        "reporter", "pewarta:", "pewarta", "laporan:", "laporan wartawan", "wartawan",
        "kontributor", "kontributor:", "koresponden", "redaktur:", "penerjemah:",
        "diterjemahkan oleh", "disunting oleh", "penyunting:", "tim redaksi", "teks:",
    ],
    months: &[
        "januari", "februari", "pebruari", "maret", "april", "mei", "juni", "juli", "agustus",
        "september", "oktober", "november", "nopember", "desember", "muharam", "muharram", "safar",
        "rabiulawal", "rabiul awal", "rabiulakhir", "rabiul akhir", "jumadilawal", "jumadil awal",
        "jumadilakhir", "jumadil akhir", "rajab", "syakban", "sya'ban", "ramadan", "ramadhan",
        "syawal", "zulkaidah", "dzulqa'dah", "zulhijah", "dzulhijjah",
    ],
};
