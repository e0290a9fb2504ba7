//! Slavic, Baltic, Uralic, Albanian, Celtic, Basque and Maltese in Latin script.

use super::Profile;

pub(super) const PROFILES: &[Profile] = &[
    Profile {
        code: "pl",
        prior: 0.0,
        letters: "ąćęłńóśźż„”",
        words: "w i na z się nie do to że jest o jak po co od za a dla przez ale był tym tego jego już \
            czy który które która oraz są tak być go może przed pod roku ich jej tylko przy było bardzo \
            ma lub także będzie we lat po nad bez aby jako jeszcze kiedy osób kilka podczas między \
            gdy więc można były ze mi mnie jednak sobie te ten ta tej tych ze miał ku iż byli ponad \
            swoje swoich wszystkich nawet poza około dwa prezes będą mają nas nam czas niż dzięki",
        starts: "prz szcz wsz",
        ends: "ości ość ego emu ych ich owie ów ami ach owego anie enie cji cja ego nych ować ują iej \
            ski skie skiej skich czny czne wy",
    },
    Profile {
        code: "cs",
        prior: 0.0,
        letters: "áčďéěíňóřšťúůýž„“",
        words: "a v se na je že s z do o i to ve k pro za by ale si po jako jsou od které který jeho byl \
            jsem tak nebo však při jen už co má podle bylo která aby až také která mezi před ze může \
            bude není než ke roce lidí jejich byla let nad své svůj pod můj tedy kde když jí mu ještě \
            proti bez byly být mají kteří tento této tyto toho svou několik velmi jejím což jeden u \
            dnes další ani nové budou českém řekl řekla uvedl",
        starts: "př",
        ends: "ého ých ým ost osti ích ové ní ém ání ení ský ské ského ila ovat ují ách ům ctví",
    },
    Profile {
        code: "sk",
        prior: -0.4,
        letters: "áäčďéíĺľňóôŕšťúýž„“",
        words: "a v sa na je že s z do o i to vo k pre za by ale si po ako sú od ktoré ktorý jeho bol som \
            tak alebo však pri len už čo má podľa bolo ktorá aby až aj tiež medzi pred zo môže bude nie \
            než ku roku ľudí ich bola rokov nad svoje svoj pod teda kde keď jej mu ešte proti bez boli \
            byť majú ktorí tento tejto tieto toho svoju niekoľko veľmi jeden u dnes ďalšie ani nové \
            budú slovenska povedal uviedol",
        starts: "",
        ends: "ého ých ým osť osti ích ové nie ení aní ský ské ského ila ovať ujú ách om ctva",
    },
    Profile {
        code: "sl",
        prior: -0.4,
        letters: "čšž",
        words: "in je v na se za da so ki z pa s ne bi tudi po o kot ali od do pri še iz ni že ker le kar \
            jih ga bo med k jo zaradi pred lahko bil bila bilo več ko ta to te tem vse če leta bodo \
            vendar samo svoje njegov kako zelo nekaj brez tako bili smo sem sta ob prav drugi zdaj \
            kjer čez glede leti tega novo slovenije",
        starts: "",
        ends: "ega nega osti ost anje enje ij ijo ski ske skega ih ne nih ila ilo",
    },
    Profile {
        code: "hr",
        prior: -0.2,
        letters: "čćđšž",
        words: "i u je na se da za su od s a o koji koje koja će iz kao ne to do nije bi sa što ili ali \
            te po sam više samo nakon godine prema bio biti već kako jer između kada ako još tako bila \
            svoje sve kod prije ima oko može li smo ga ni mi uz pri tijekom bez vrijeme gdje tko dok \
            također tijekom sati bilo toga ovaj ova tog kojima kojih hrvatske hrvatska odnosno njegov \
            mjesto uvijek svijet rekao kazao predsjednik dva nego izvijestio",
        starts: "",
        ends: "anje enje ski ske skog osti ost ima ama ije ijeme ova ili ala ila ovi jima",
    },
    Profile {
        code: "sr",
        prior: -0.6,
        letters: "čćđšž",
        words: "i u je na se da za su od s a o koji koje koja će iz kao ne to do nije bi sa što ili ali \
            po sam više samo nakon godine prema bio biti već kako jer između kada ako još tako bila \
            svoje sve kod pre ima oko može li smo ga ni mi uz pri tokom bez vreme gde ko dok takođe \
            sati bilo toga ovaj ova tog kojima kojih srbije srbija odnosno njegov mesto uvek svet rekao \
            predsednik dva nego beograd šta ovde posle",
        starts: "",
        ends: "anje enje ski ske skog osti ost ima ama ova ili ala ila ovi",
    },
    Profile {
        code: "lt",
        prior: -0.3,
        letters: "ąčęėįšųūž„“",
        words: "ir kad yra į iš su tai buvo kaip o bet apie jo už ne nuo ar per po prie dėl jų pat jau \
            tik dar to šio tarp gali metų savo būti kuris kurie kuri taip pagal bus nėra jis jie mes \
            prieš iki labai kai šis ši jos daugiau turi žmonių metais lietuvos dalis sakė ji bei",
        starts: "",
        ends: "ių ius ai as is us iai imas ijos ija uoti ėjo ose tų oms",
    },
    Profile {
        code: "lv",
        prior: -0.3,
        letters: "āčēģīķļņšūž",
        words: "un ir ar no ka par kas uz to arī pēc kā bet tika viņš gadā vai nav tas lai pie bija gada \
            savu tā tiek ja līdz ne vēl jo pa šo tikai tie pirms latvijas var starp kur viņa tad kad \
            sava ļoti gan cilvēku būs šī tiem norāda ap",
        starts: "",
        ends: "šanas šana ās ām ējs ijas iem ija ību iski usi āja tāju",
    },
    Profile {
        code: "et",
        prior: -0.4,
        letters: "äõöüšž",
        words: "ja on et ei oli see ka kui mis oma kes aga või seda ta ning selle välja aastal nii mida \
            siis need üks peale pärast olid veel ole kuid ma me nad üle kuni nende sest tema juba mitte \
            olla poolt saab väga eesti ütles vastu aasta võib ainult enne kus",
        starts: "",
        ends: "ud ga le st sse mine mise dest tele des ste vad",
    },
    Profile {
        code: "fi",
        prior: 0.0,
        letters: "äöå",
        words: "ja on oli ei se että hän joka mutta ovat myös kun kuin tai sen jo niin jos mukaan ole sitä \
            vuonna ollut mitä sekä tämä noin nyt olla ovat voi vain he hänen jotka kanssa vielä jälkeen \
            ne siitä enemmän olisi tämän ennen kaikki sanoi koska joita hyvin ollaan siinä tästä minä \
            me eivät suomen vuoden itse kuitenkin usein aikana sitten yli asti esimerkiksi niitä niiden \
            jossa joissa sille kertoo",
        starts: "",
        ends: "ssa ssä sta stä lla llä lta ltä nen ista een sen oiden uksen inen mme vat vät sti maan",
    },
    Profile {
        code: "hu",
        prior: 0.0,
        letters: "áéíóöőúüű„”",
        words: "a az és hogy nem is egy meg ez volt csak már de ha azt mint mert el még amely van ki aki \
            vagy kell szerint után ami ezt majd be le több pedig most sem lehet fel nagy minden között \
            olyan így alatt ahol azonban ki őket akik első magyar két során illetve új neki voltak \
            lesz éves amelyek arra ezek nincs annak ezért tud általában mely mint két itt ott hogyan",
        starts: "",
        ends: "ban ben nak nek ból ből val vel ság ség tól től hoz hez ott ett okat eket ás és ra re ja \
            ására ében ait",
    },
    Profile {
        code: "sq",
        prior: -0.4,
        letters: "ëç",
        words: "të e në dhe i për me një që nga u së si më është ka do nuk kjo ky por ai janë kishte ose \
            tij edhe pas ishte deri mund shumë ne duhet si saj tyre këtë tek midis gjatë kur kanë sipas \
            kundër gjithë atë ata vetëm shqipërisë kosovës ku tha pa po",
        starts: "",
        ends: "ës ve ët imit ohet uar shme ria tare",
    },
    Profile {
        code: "ga",
        prior: -1.2,
        letters: "áéíóú",
        words: "an na agus a i ar go is bhí le sé ag do ní de tá sin leis mar chun sa níl atá nach féin \
            raibh siad bliain nó ach seo ina sna é tar faoi",
        starts: "bh mh",
        ends: "acht adh igh",
    },
    Profile {
        code: "cy",
        prior: -1.2,
        letters: "âêîôûŵŷ",
        words: "yn y a i o yr ar ei wedi am mae ac gan oedd bod un eu gyda i'r fel ond hyn hefyd ym at \
            wrth sydd yw nid bydd pan gael dros cael mewn fod neu'r er",
        starts: "dd ll",
        ends: "wyd iad aeth iau",
    },
    Profile {
        code: "eu",
        prior: -1.0,
        letters: "ñç",
        words: "eta da du bat ez zen ere dira izan dute zuen baina den dela egin beste hau hori edo baino \
            bere ziren urte izango arte egiten behar ditu oso dago batzuk gaur esan zituen",
        starts: "",
        ends: "aren ean tik tako rako etan ekin koa zko",
    },
    Profile {
        code: "mt",
        prior: -1.2,
        letters: "ċġħżàèìòù",
        words: "il li ta l u ma fil minn dan tal f huwa kien għal bħal biex hija din lill jew kienet wara \
            mill fuq għandu qal qed kull meta ġew",
        starts: "",
        ends: "ijiet jiet",
    },
    Profile {
        code: "eo",
        prior: -1.5,
        letters: "ĉĝĥĵŝŭ",
        words: "la de kaj en estas al ke kiu por ne kun el li ĉi tiu sur pri pli estis oni kiel sed ili \
            ĝi aŭ mi ĉiuj unu",
        starts: "",
        ends: "oj ojn ajn antaj anto",
    },
];
