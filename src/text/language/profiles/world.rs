//! Turkic, Kurdish, south-east Asian and African languages in Latin script.

use super::Profile;

pub(super) const PROFILES: &[Profile] = &[
    Profile {
        code: "tr",
        prior: 0.0,
        letters: "çğıöşüâîû",
        words: "ve bir bu da de için ile olarak çok daha olan en gibi kadar ne o ama sonra var ya olduğu \
            değil ise göre her ki diye mi yeni oldu olduğunu ancak tarafından büyük iki ilk yok türkiye \
            veya şu sadece eden nasıl bunu birlikte şey içinde önce karşı ettiği etti şekilde arasında \
            fakat böyle biri bunun onun üzerinde bazı hem son yıl yılında hiç ben sen biz olması oluyor \
            olacak kendi üzere dedi zaman bile eğer rağmen aynı tüm yapılan edilen doğru yaklaşık dolayı",
        starts: "",
        ends: "ları leri lar ler ında inde ının inin ından inden mak mek yor dır dir iyor ıyor ması mesi \
            ını ini acak ecek dığı diği miş mış ki tir tır arak erek an en",
    },
    Profile {
        code: "az",
        prior: -0.4,
        letters: "əçğıöşü",
        words: "və bir bu də da üçün ilə olan edir çox olub daha ki isə onun görə kimi o ən hər sonra deyil \
            var olaraq haqqında tərəfindən edib azərbaycan bildirib lakin həm qədər üzrə ilk qarşı öz \
            bütün ildə nəfər olduğunu edilib idi",
        starts: "",
        ends: "ları ləri lar lər ında ində mək maq dır dir ının inin lib ıb ib",
    },
    Profile {
        code: "uz",
        prior: -0.8,
        letters: "ʻʼ",
        words: "va bu bilan uchun ham bir edi deb o emas lekin yoki esa kerak keyin boshqa bor juda har qilish \
            haqida ko u o'z qildi kabi yil tomonidan bo qilingan mumkin barcha eng hamda sh yilda \
            ushbu davlat qilib lgan ldi zbekiston",
        starts: "",
        ends: "lari lar ning dagi gan ish moqda idan ini ida da",
    },
    Profile {
        code: "tk",
        prior: -1.2,
        letters: "çäňöşüýž",
        words: "we bu bilen bir üçin hem boldy bolan onuň diýip hökmünde boýunça ýyl ýokary has baş \
            türkmenistanyň döwlet edip däl ýöne eden ol olar",
        starts: "",
        ends: "yň iň lary leri nda nde dyr dir mak mek",
    },
    Profile {
        code: "ku",
        prior: -0.6,
        letters: "çêîşû",
        words: "û di de ku ji li bi ya ê a wê wî jî ew yên yê ne ser bo gel dike ev bûn xwe kir hatin bû ên \
            hemû dikin heye me her nav îro kurdistanê piştî",
        starts: "",
        ends: "ên an ê bûn kirin iye",
    },
    Profile {
        code: "vi",
        prior: 0.0,
        letters: "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        words: "và của là có các một được trong cho không với những người này đã để khi từ cũng đến như \
            về ở ra sự tại trên năm nhiều theo sau đó còn phải bị nhưng vào làm thể hơn do nước vì \
            nếu ngày việc hai rất đang sẽ lại thì qua bằng chỉ hay đầu cùng lên nhất",
        starts: "",
        ends: "",
    },
    Profile {
        code: "id",
        prior: 0.0,
        letters: "",
        words: "yang dan di dengan untuk pada dari ini dalam tidak itu akan adalah oleh juga ke karena ada \
            sebagai bisa tersebut mereka saat atau telah lebih bahwa kepada dapat para saya seperti \
            sudah namun anda kita menjadi hanya tahun orang kami dia banyak setelah secara antara \
            hingga lain masih serta jika harus satu belum merupakan sebuah atas ia tetapi beberapa \
            bagi sangat bukan hari terhadap maka agar lalu jadi selama katanya indonesia ujarnya \
            namun sehingga sekitar besar pun kali bahwa karena menurut hal cara hampir mungkin kemudian sejak ketika karena itulah",
        starts: "meng mem ber men ter pem pen peng",
        ends: "nya kan annya an asi lah kannya itas",
    },
    Profile {
        code: "ms",
        prior: -2.5,
        letters: "",
        words: "yang dan di dengan untuk pada dari ini dalam tidak itu akan adalah oleh juga ke kerana boleh kerana beliau selepas sahaja manakala ialah adalah ada \
            sebagai boleh tersebut mereka ketika atau telah lebih bahawa kepada dapat para saya seperti \
            sudah namun anda kita menjadi hanya tahun orang kami beliau banyak selepas secara antara \
            sehingga lain masih serta jika perlu satu belum merupakan sebuah atas ia tetapi beberapa \
            bagi sangat bukan hari terhadap maka malaysia katanya iaitu daripada turut negara sahaja \
            manakala pihak kini awam tahun hendaklah wang isnin selasa khamis jumaat ahad",
        starts: "meng mem ber men ter pem pen peng",
        ends: "nya kan annya an asi lah kannya iti",
    },
    Profile {
        code: "jv",
        prior: -1.4,
        letters: "éè",
        words: "lan ing sing kang iki saka karo ora kanggo ana iku uga dadi wong utawa marang nalika bisa \
            luwih ning kaya wis banjur ngendi amarga yaiku saben",
        starts: "ng",
        ends: "ake ipun ne",
    },
    Profile {
        code: "tl",
        prior: -0.4,
        letters: "ñ",
        words: "ang ng sa na mga at ay ni si para ito kay nang siya hindi isang mula may din kanyang niya \
            ayon lamang pa rin o kung sila ako mo ko ating dahil pero kaya naman nito upang noong kanilang \
            maaaring bilang lang iyon habang hanggang",
        starts: "nag pag mag ipin",
        ends: "ang ong",
    },
    Profile {
        code: "sw",
        prior: -0.2,
        letters: "",
        words: "ya na wa kwa ni katika la za kuwa hii huo cha hiyo hilo alisema baada watu vya pia ambao \
            kama lakini kutoka au kwamba huyo hiyo wake yake yao wao wakati ili zaidi hadi huu hizo \
            sana si mwaka mara hata nchi nchini serikali rais kila moja wengi wengine ambayo ambapo \
            ambaye wanaweza inaweza kuhusu kabla kati ndani mwa sasa siku ikiwa tu bila hizi hayo \
            hivyo mtu yeye mimi sisi pamoja bado zake lake wetu yetu kwenye",
        starts: "wana ina ali wali mwa ili ume wame ame ime ata uta wata kul kut kuf kup kuj kuw aki",
        ends: "aji isha ika iwa ana eza wa sha",
    },
    Profile {
        code: "so",
        prior: -0.2,
        letters: "",
        words: "oo iyo ah ka ku in waa ee uu ay la ayaa u wax si waxaa aan leh kale ugu badan soo isku dadka \
            kala ama laakiin markii loo sida mid waxay ayay inta uga lagu inuu waxa hal ahaa karo ahayd \
            kuwa inay marka dhexe qaar iska wuxuu sheegay dalka kaas taas aad dad sannadkii sanadka laga \
            lala kadib ilaa inkasta gaar magaalada wasiirka hadda weyn jirtay yahay tahay yihiin noqday \
            waxey iyada isaga iyaga haddii kaddib jiray jira",
        starts: "dh xa",
        ends: "da ka ga ada aha ooyin yaal ayaa ahay sho nka ooda aan een",
    },
    Profile {
        code: "ha",
        prior: -0.2,
        letters: "ƙɗɓƴ",
        words: "da a ya na ta wanda su cikin ba daga yana don sun kuma ne an ce wannan shi ga ko tare zuwa \
            mutane yi wani ana lokacin bayan domin za amma kasar ake akan wasu ko har sai suna wata duk \
            ita kan ke yadda abin kasa kai saboda shugaban tun haka waɗanda fiye ci fi babu nan kamar \
            yin aka cewa suka tana tsakanin sosai akwai kowane iya idan inda kawai waɗannan dole",
        starts: "ts",
        ends: "wa nsu nta awa iya",
    },
    Profile {
        code: "om",
        prior: -1.0,
        letters: "",
        words: "fi kan akka irra hin ta keessa jira waan kun isaa ni irraa immoo garuu ture yeroo bara itti jiru \
            jedhu haala nama keessatti oromoo biyya waliin isa isaan sana tahe ummata",
        starts: "",
        ends: "uun tti ota oota aan een ummaa",
    },
    Profile {
        code: "yo",
        prior: -0.9,
        letters: "ẹọṣàáèéìíòóùúńǹ",
        words: "ni ti awọn ń sí àwọn tí ó ní láti pé fún ìjọba wọn náà kan sì àti ló bá o wa si jẹ ṣe gbogbo \
            yìí lè kò ọdún orílẹ̀ ilẹ̀ rẹ̀ bí",
        starts: "gb",
        ends: "",
    },
    Profile {
        code: "ig",
        prior: -0.9,
        letters: "ịọụṅàáèéìíòóùú",
        words: "na nke ka ndị ya n ọ ma bụ ga dị ha a maka si nwere gị m onye ebe mgbe ahụ e otu ime ihe \
            anyị nwa kwuru ọzọ bụla aka",
        starts: "",
        ends: "",
    },
    Profile {
        code: "rw",
        prior: -1.0,
        letters: "",
        words: "mu ku na ko ya muri kandi y cyane by abantu bwa uyu ba kuri cya n iyi ni bya u rwanda nka kuko \
            gukora rwa ubwo yavuze perezida ariko aba nta igihe bari nyuma",
        starts: "umu aba iki iby",
        ends: "",
    },
    Profile {
        code: "zu",
        prior: -1.0,
        letters: "",
        words: "ukuthi futhi uma noma kodwa ngoba lapho kakhulu nje abantu umuntu lokhu ukuba kanye ngesikhathi \
            wathi yini khona bonke ngokuthi emva kusho",
        starts: "uku nge aba ama isi izi umu ezi nga kwe",
        ends: "eni ini weni ile",
    },
    Profile {
        code: "sn",
        prior: -1.2,
        letters: "",
        words: "uye kuti kana muna kuna vanhu asi iyi ivo wake chete zvino kubva pamusoro uyo ndiye ne nemu \
            zvakare vakati",
        starts: "kuz vaka zva zvi chi mune",
        ends: "",
    },
    Profile {
        code: "mg",
        prior: -1.2,
        letters: "àô",
        words: "ny sy amin dia ao izany fa ho tsy an no i izay mba ary dia tamin teo koa noho araka efa rehetra \
            ireo ity fitondrana malagasy olona",
        starts: "fan mpan fam",
        ends: "ana ny",
    },
];
