//! Turkish.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "tr",
    stop_words: "\
        ve veya ya yahut ile ama fakat ancak lakin çünkü zira ki de da bile dahi ise eğer \
        şayet hem ne mi mı mu mü için gibi kadar göre karşı doğru rağmen dolayı ötürü önce \
        sonra beri dek değin üzere dair ait diye yönelik ilişkin hakkında üzerine üzerinde \
        altında arasında arasındaki içinde içindeki dışında yanında yanı sıra sırasında \
        boyunca itibaren tarafından nedeniyle sayesinde yerine başka bir bu şu o bunlar şunlar \
        onlar bunu şunu onu buna şuna ona bunun şunun onun bunda onda bundan ondan bunları \
        onları bunların onların onlara onlardan böyle şöyle öyle burada orada şurada buradan \
        oradan buraya oraya ben sen biz siz beni seni bizi sizi bana sana bize size benim \
        senin bizim sizin kendi kendisi kendisini kendisine kendini kendine kendilerini \
        kendileri neden niçin niye nasıl nerede nereye nereden hangi hangisi kim kimi kime \
        kimin kaç her hep hiç bazı bazıları birkaç birçok çok çoğu daha en az pek tüm bütün \
        hepsi herkes kimse hiçbir birisi biri şey şeyi şeyler diğer diğeri aynı var yok değil \
        olan olarak oldu olduğu olduğunu olması olmak olur olacak olmadığı olsa olup olmuş \
        oluyor olduklarını idi imiş iken etti eden ederek edilen edildi edecek ediyor etmek \
        eder edilecek yapılan yaptı yapan yapıldı dedi diyor diyen söyledi belirtti ifade \
        açıkladı kaydetti şekilde yani hatta artık henüz hala hâlâ yine gene sadece yalnız \
        yalnızca işte bugün dün yarın şimdi zaten belki tabii mutlaka iki ilk son yeni gün yıl",
    titles: &[
        "Dr.", "Doç.", "Doç. Dr.", "Prof.", "Prof. Dr.", "Yrd.", "Yrd. Doç.", "Öğr.", "Öğr. Gör.",
        "Arş.", "Arş. Gör.", "Uzm.", "Uzm. Dr.", "Op.", "Op. Dr.", "Av.", "Müh.", "Mim.", "Ecz.",
        "Dt.", "Vet.", "Bşk.", "Gn.", "Org.", "Orgen.", "Korg.", "Tümg.", "Tuğg.", "Gen.", "Alb.",
        "Yb.", "Bnb.", "Yzb.", "Ütğm.", "Tğm.", "Asb.", "Kur.", "Hz.", "St.", "Sn.", "Mr.", "Mrs.",
        "Ms.", "bkz.", "Bkz.", "krş.", "örn.", "Örn.",
    ],
    abbreviations: &[
        "vb.", "vs.", "vd.", "v.b.", "v.s.", "v.d.", "A.Ş.", "Ltd.", "Şti.", "Ltd. Şti.", "T.A.Ş.",
        "T.C.", "A.B.D.", "K.K.T.C.", "M.Ö.", "M.S.", "İ.Ö.", "İ.S.", "a.g.e.", "a.g.y.", "A.B.",
        "B.M.", "T.B.M.M.", "Inc.", "Corp.", "Co.", "çev.", "haz.", "der.", "ed.", "yay.", "Sok.",
        "Sk.", "Blv.", "Bul.", "Apt.", "Tic.", "San.", "Üni.", "Ün.", "Fak.", "Md.", "Müd.",
        "Bkn.", "tel.", "Tel.", "dk.", "sn.", "sa.", "yy.", "Mah.", "Cad.",
    ],
    before_number: &[
        "No.", "no.", "Nu.", "s.", "ss.", "sf.", "md.", "m.", "mad.", "f.", "c.", "C.", "S.",
        "böl.", "Bl.", "şek.", "Şek.", "tab.", "tel.", "Tel.", "d.", "ö.", "Oc.", "Şub.", "Mar.",
        "Nis.", "May.", "Haz.", "Tem.", "Ağu.", "Ağus.", "Eyl.", "Eki.", "Kas.", "Ara.", "yak.",
    ],
    ordinal_dot: true,
    connectives: &[
        "ancak", "ama", "fakat", "lakin", "oysa", "oysaki", "halbuki", "ne var ki",
        "bununla birlikte", "bununla beraber", "buna rağmen", "buna karşın", "buna karşılık",
        "yine de", "öte yandan", "diğer yandan", "diğer taraftan", "bir yandan", "ayrıca",
        "üstelik", "dahası", "bunun yanı sıra", "bunun yanında", "buna ek olarak", "ek olarak",
        "bunun dışında", "aynı zamanda", "bu arada", "bu sırada", "o sırada", "bu esnada",
        "öyle ki", "nitekim", "böylece", "böylelikle", "bu nedenle", "bu yüzden", "bu sebeple",
        "bundan dolayı", "bunun için", "bunun üzerine", "dolayısıyla", "sonuç olarak", "sonuçta",
        "bunun sonucunda", "bu kapsamda", "bu çerçevede", "bu bağlamda", "bu doğrultuda",
        "bu durumda", "aksine", "tam tersine", "tersine", "yani", "başka bir deyişle",
        "bir başka deyişle", "örneğin", "mesela", "özellikle", "çünkü", "zira", "sonra",
        "daha sonra", "ardından", "bunun ardından", "sonrasında", "önce", "daha önce",
        "bundan önce", "son olarak", "nihayet", "aslında", "kısacası", "özetle", "hatta", "ve",
        "veya", "ya da", "benzer şekilde", "aynı şekilde", "keza", "aksi halde", "aksi takdirde",
        "yoksa", "öte taraftan", "o zamandan beri",
    ],
    pronouns: &[
        "o", "bu", "şu", "bunlar", "şunlar", "onlar", "onun", "bunun", "şunun", "onu", "bunu",
        "şunu", "ona", "buna", "şuna", "ondan", "bundan", "onda", "bunda", "onların", "bunların",
        "onları", "bunları", "onlara", "bunlara", "onlardan", "bunlardan", "kendisi", "kendisine",
        "kendisini", "kendisinin", "kendileri", "söz konusu", "böyle", "böylesi", "öyle",
        "her ikisi", "ikisi", "ikili", "bazıları", "diğerleri", "bunlardan biri", "onlardan biri",
        "orada", "burada",
    ],
    speech_verbs: &[
        "dedi", "diyor", "der", "demişti", "diye konuştu", "söyledi", "söylüyor", "söyledikleri",
        "belirtti", "belirtiyor", "belirtildi", "açıkladı", "açıklıyor", "açıklandı", "kaydetti",
        "kaydedildi", "ifade etti", "ifade ediyor", "vurguladı", "vurguluyor", "aktardı",
        "aktarıyor", "aktarıldı", "bildirdi", "bildirildi", "duyurdu", "duyuruldu", "ekledi",
        "ekliyor", "anlattı", "anlatıyor", "konuştu", "iddia etti", "ileri sürdü", "öne sürdü",
        "savundu", "savunuyor", "dile getirdi", "değerlendirdi", "yanıtladı", "yanıt verdi",
        "sordu", "uyardı", "uyarıyor", "yalanladı", "doğruladı", "reddetti", "itiraf etti",
        "hatırlattı", "işaret etti", "dikkat çekti", "altını çizdi", "yazdı", "paylaştı",
        "eleştirdi", "suçladı", "çağrıda bulundu", "söz verdi", "müjdeledi", "aktarmıştı",
        "açıklamıştı", "söylemişti",
    ],
    read_also: &[
        "ayrıca okuyun",
        "ayrıca bakınız",
        "bunu da okuyun",
        "bunları da okuyun",
        "bunlar da ilginizi çekebilir",
        "ilginizi çekebilir",
        "bu da ilginizi çekebilir",
        "devamını oku",
        "devamı için",
        "haberin devamı",
        "daha fazla oku",
        "daha fazlası",
        "daha fazla bilgi",
        "daha fazla haber",
        "ilgili haberler",
        "ilgili haber",
        "ilgili konular",
        "ilgili içerik",
        "benzer haberler",
        "diğer haberler",
        "haberi oku",
        "haberi görüntüle",
        "tıklayın",
        "tıkla",
        "tıklayınız",
        "buraya tıklayın",
        "detaylar için",
        "izlemek için",
        "videoyu izle",
        "video:",
        "abone ol",
        "abone olun",
        "üye ol",
        "giriş yap",
        "kayıt ol",
        "bizi takip edin",
        "takip edin",
        "takip et",
        "paylaş",
        "bu haberi paylaş",
        "haberi paylaş",
        "reklam",
        "reklamdan sonra",
        "sponsorlu",
        "önerilen haberler",
        "önerilenler",
        "sizin için seçtiklerimiz",
        "editörün seçimi",
        "çok okunanlar",
        "en çok okunanlar",
        "son dakika haberleri için",
        "uygulamayı indir",
        "uygulamamızı indir",
        "yorum yap",
        "tüm hakları saklıdır",
        "etiketler",
        "yazdır",
        "whatsapp kanalımıza",
        "google haberlere",
    ],
    captions: &[
        "fotoğraf:", "fotoğraflar:", "foto:", "fotoğraf altı", "arşiv", "arşiv:",
        "arşiv fotoğrafı", "arşiv görüntüsü", "temsili fotoğraf", "temsili görsel", "görsel:",
        "görseller:", "kaynak:", "resim:", "kamera:", "görüntü:", "görüntüler:", "ekran görüntüsü",
        "grafik:", "infografik:", "fotoğraf kaynağı", "görsel kaynağı", "illüstrasyon:",
    ],
    bylines: &[
        "haber:", "haber -", "haber merkezi", "yazan:", "yazar:", "yazı:", "muhabir:", "editör:",
        "hazırlayan:", "hazırlayanlar:", "derleyen:", "çeviren:", "çeviri:", "röportaj:",
        "söyleşi:", "analiz:", "kaleme alan:", "aktaran:", "özel haber", "dış haberler servisi",
        "dış haberler", "haber servisi", "yayına hazırlayan",
    ],
    months: &[
        "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim",
        "kasım", "aralık", "muharrem", "safer", "rebiülevvel", "rebiülahir", "cemaziyelevvel",
        "cemaziyelahir", "recep", "şaban", "ramazan", "şevval", "zilkade", "zilhicce",
    ],
};
