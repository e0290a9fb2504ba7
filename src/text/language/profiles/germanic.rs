//! Germanic languages in Latin script.

use super::Profile;

pub(super) const PROFILES: &[Profile] = &[
    Profile {
        code: "en",
        prior: 1.0,
        letters: "",
        words: "the of and to in a is that for it was on as with be by he at from his an are this which \
            or had not but have were their one all they has been would when who more will if out so \
            said what up its about into than them can only other new some could time these two may \
            then do first any my now such like our over man me even most made after also did many \
            before must through years where much your way down should because each just those people \
            how too little state good very make world still own see men work long get here between \
            both life being under never day same another know while last might us great old year off \
            come since against go came right used take three says t s we you i she her him no there \
            says amid how why what after over new set calls back wins win against top may out deal \
            sales profit profits growth boost firm firms bid market markets jobs oil bank economy rise rises \
            fall falls sell sells sold cut cuts hit hits launch launches plan plans court police game \
            games league cup team player players coach title world film music show star stars best \
            election party vote leader minister war attack attacks killed dead dies death case trial \
            talks peace report study find finds help turn turns face faces warns warning need needs \
            must open opens lead leads record high low big more less woman women men child children \
            health drug search web online phone phones mobile security computer software virus users \
            video net internet broadband tv news home house city south north east west red rate rates \
            price prices shares stocks dollar euro trade job pay tax loan debt claim claims \
            buy buys row ban seeks seek sees see sets gets get makes take takes puts keep holds hold \
            final champion race season fans goal striker injury return returns rule rules eyes eye",
        starts: "th wh sh",
        ends: "ing tion ss ers ght ack ock ook ee gh ay ey ow ness ed ly ght ould ment ful ers ity ous ies ble ence ists ize ised ized way \
            ould self ology ings ists ward ck sh",
    },
    Profile {
        code: "de",
        prior: 0.0,
        letters: "äöüß„“",
        words: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es \
            an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so \
            zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei prozent hatte kann \
            gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei jahren \
            diese dieser wieder keine uhr seiner worden will zwischen immer was sagte gibt alle seit \
            muss wurden beim doch jetzt waren drei jahre neue neuen damit bereits da ab ihr ihm ohne \
            sondern selbst ersten etwa heute weil ihren menschen mich mir dich uns viele wo ihnen",
        starts: "ge sch ver",
        ends: "ung ungen keit lich liche lichen isch ische ischen heit chaft chen ieren iert te ten nde \
            nden tion ierung ter igen ige",
    },
    Profile {
        code: "nl",
        prior: 0.0,
        letters: "ëïéèüöĳ",
        words: "de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij \
            of uit nog naar heeft hij ze wordt door over worden had al was ik je kan meer wel zo geen \
            hebben dit tot zich deze hun we men wat na zou zijn waren moet onder mensen jaar twee tegen \
            werd kunnen hebben haar zal tussen omdat andere alle toch veel zoals zonder moeten want \
            mijn ons bent sinds nieuwe volgens ten gaat eerste vooral hoe alleen hem daar toen vaak \
            jaren waar nu zij terwijl wie hier echter binnen tijdens",
        starts: "ge ver",
        ends: "ing ingen heid lijk lijke isch ische atie aar elijk eren dt den ijk eld aat oor eel tie ties ijn",
    },
    Profile {
        code: "af",
        prior: -1.0,
        letters: "ëêéèôöïû",
        words: "die van en in het is wat nie te n om dat met op vir hy word sy aan as was ook ons deur \
            hulle by kan na sal uit ek ŉ haar maar hom moet of daar een nog so oor tot wees jy jou \
            baie gesê jaar mense hierdie tussen teen wanneer ander waar toe meer nuwe se",
        starts: "ge",
        ends: "heid like lik ing isie eer",
    },
    Profile {
        code: "sv",
        prior: 0.0,
        letters: "åäöé",
        words: "och i att det som en på är av för med till den har de inte om ett han men var jag från \
            vi så kan när nu under eller efter man hon sig vid också sin mot där än hade ut år ska \
            skulle kommer bara mycket få över få mellan alla blev detta ha andra mer in upp varit \
            blir sedan finns hans dem min två ingen dessa några vad måste utan säger bli första genom \
            oss där här denna enligt både hur kunde samt åt därför många dock samma någon",
        starts: "",
        ends: "ning ningar arna erna ade ande het heter ligt lig skt ska else tion nade ördes ätt",
    },
    Profile {
        code: "da",
        prior: 0.0,
        letters: "æøåé",
        words: "og i at det er en til af på for som med de den der har ikke et om han var men sig fra \
            jeg kan vil så blev ved efter eller ud vi hun nu over også skal mod op være ham når hvor \
            man da havde deres bliver end under mange være mellem kun noget år meget få sin alle \
            dette hvad hans siger flere mere andre selv blevet uden sagde blandt kunne ifølge før \
            skulle havde være nogle igen sammen gennem siden hvis ind dig mig ville denne bare samt \
            politiet synes lige aldrig gør måske nye to af",
        starts: "",
        ends: "hed ning else erne ede igt tion ende eligt lig rede nger gen ager ige uge ede edt",
    },
    Profile {
        code: "no",
        prior: 0.0,
        letters: "æøåéòô",
        words: "og i å det er en til av på for som med de den at har ikke et om han var men seg fra jeg \
            kan vil så ble ved etter eller ut vi hun nå over også skal mot opp være når hvor man da \
            hadde deres blir enn under mange mellom bare noe år mye få sin alle dette hva hans sier \
            flere mer andre selv blitt uten sa blant kunne ifølge før skulle noen igjen sammen \
            gjennom siden hvis inn deg meg ville denne samt politiet aldri gjør kanskje nye to ikkje \
            eg ein dei frå vart vore skriv kva nokon hadde sjølv norge norske",
        starts: "",
        ends: "het ning else ene ede igt sjon ende elig lig nger tet het erte rt ger ake ike apet sjoner",
    },
    Profile {
        code: "is",
        prior: -0.5,
        letters: "áéíóúýþæöð„“",
        words: "og að í á er sem til um við var en með fyrir það af ekki hann þess því verið hafa eru eftir \
            frá þar hún ég hefur þeir þegar vera segir úr svo verður upp þetta ef eða einnig sé þá hafi \
            var sér voru mun margir",
        starts: "",
        ends: "inn num inum anna unum ið ur ir ar",
    },
    Profile {
        code: "lb",
        prior: -1.5,
        letters: "äéëöü",
        words: "de an vun den d dat ass fir mat op net gouf och sech am zu dem eng en an der hunn wéi \
            ginn si bei duerch hat huet déi ët méi iwwer nach no dass hien",
        starts: "",
        ends: "éiert ung",
    },
];
