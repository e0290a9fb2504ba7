//! Romance languages in Latin script.

use super::Profile;

pub(super) const PROFILES: &[Profile] = &[
    Profile {
        code: "fr",
        prior: 0.0,
        letters: "àâæçéèêëîïôœùûüÿ«»",
        words: "de la le et les des en l d un une du à que dans est qui pour par sur il au a pas plus \
            ce se ne son avec sont ont qu s n c aux été cette ou mais comme sa ses leur ces elle on \
            nous vous je être fait tout après deux même entre aussi sans peut lors leurs dont si \
            était avait ans où y très bien selon face contre encore depuis ils fut faire autres \
            j m ils elles chez sous vers alors ainsi avant car donc toujours cela jusqu lorsque \
            parce pendant quand quelques notre votre nos vos cet toute toutes tous ceux celle",
        starts: "",
        ends: "tion ment eux euse ées aux ique ence eur oir ois aient ait ait ère ance isme elle ée tés",
    },
    Profile {
        code: "es",
        prior: 0.0,
        letters: "áéíñóúü¿¡«»",
        words: "de la que el en y a los del se las por un con una no para es su al lo como más o pero \
            sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había \
            era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni \
            parte tiene él uno donde bien tiempo mismo ese ahora otro otra otros después te contra \
            e les hace durante cada esto antes según tras hoy ante estos estas fueron han sido pueden \
            están unos nuestra nuestro gobierno quien aunque mientras mayor nuevo nueva usted muchas",
        starts: "",
        ends: "ción ciones dad dades mente ando iendo ados adas aron ieron ente aje ción ería ores \
            anza illo ero ía ías ará arán ió ado ida idos",
    },
    Profile {
        code: "pt",
        prior: 0.0,
        letters: "áâãàçéêíóôõúü",
        words: "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele \
            das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem \
            mesmo aos seus quem nas me esse eles você essa num nem suas meu às minha numa pelos elas \
            são foi ser é tem está há era anos pode ter pelas este esta estão foram nesta neste sobre \
            após ainda segundo contra desde sido onde outros outras cada nosso nossa vai vão fazer \
            porque todos todo dia país governo deve então lhe aqui sob têm aquele isto",
        starts: "",
        ends: "ção ções dade dades mente ando endo indo ados adas aram eram iram agem ões ão inho ência \
            ância eiro eira ável ível ou ou ai eis ia",
    },
    Profile {
        code: "it",
        prior: 0.0,
        letters: "àèéìòùî",
        words: "di e il la che in un a per è una l del non della sono le si con i da dei al nel dell ha \
            come anche più alla lo gli delle ma se o su all dal ed suo sua d questo questa ai nella \
            loro essere stato stata dalla tra fra quando dopo due anni ci mi quello cui tutti tutto \
            sulla sul anni molto cosa perché ancora alle hanno era ad dalle agli degli nelle ne solo \
            prima contro senza dove poi così già oggi fatto chi può sarà suoi sue ogni qui negli \
            stati mentre proprio stesso nostra nostro parte quindi però sotto dai nei sugli",
        starts: "",
        ends: "zione zioni mente ità ando endo ato ata ati ate anno ono iamo are ere ire anza enza ismo \
            ggio glia ioni etto etta cchio ssimo tore tori eva",
    },
    Profile {
        code: "ro",
        prior: -0.3,
        letters: "ăâîșțşţ„”",
        words: "de în și la a cu din pe o că nu care un pentru mai sa fi ce este au se prin lui sau sunt \
            al ale am fost lor sau dar după să ca are ei îi le cele cei era iar fără între ai fie acest \
            această unei unui anul ani când doar decât despre către atunci dacă foarte poate toate \
            aceasta acestea unde tot avea face fiind cea cel asupra sub chiar astfel potrivit fost va \
            vor si in sa ca ani ne mult două trei ar aceste acesta ori până peste însă",
        starts: "",
        ends: "ului ilor ește ează ului rea ție ții iei ată ească ării ează esc ind ând elor uri țiile",
    },
    Profile {
        code: "ca",
        prior: -0.7,
        letters: "àçèéíïòóúü·",
        words: "de la i que el a en per l d un els les del una amb és al dels no es s ha més als com \
            seva seu va o però entre són també fer han aquest aquesta sense sobre pel pels ser va \
            vam van hi ho anys molt quan tot si on des fins dos té aquests perquè cada després així \
            havia tots era està pot abans altres altra nou contra segons durant mateix seves seus \
            ara avui encara només on ja qual gairebé jo qui els nostra nostre poden",
        starts: "",
        ends: "ció cions ment tat tats ats ades ant ent aven itat ència atge eix",
    },
    Profile {
        code: "gl",
        prior: -1.2,
        letters: "áéíñóúüï",
        words: "de a o e que do da en un unha os para con non no as na dos por máis se das ao seu súa ou \
            como pero á é son foi tamén ser nos sobre entre aos ata polo pola este esta ten anos está \
            ás nas moi onde desde sen cando xa había todos unha uns unhas hai estes estas nun nunha \
            despois dende segundo mesmo outros outra galego galiza xunta seus súas xente eles ela \
            deste desta fixo poden",
        starts: "",
        ends: "ción cións dade dades mente ando endo ados adas aron eiro eira xe",
    },
    Profile {
        code: "ht",
        prior: -1.6,
        letters: "èòàé",
        words: "nan yo pou ki te ak sou yon li la pa gen se tout ka fè sa ap an moun nou ou menm kote \
            lè men si plis peyi ayiti depi oswa mwen konsa anpil lòt apre pandan",
        starts: "",
        ends: "syon",
    },
    Profile {
        code: "la",
        prior: -2.0,
        letters: "",
        words: "et in est non ad cum ut qui quae quod ex sed per si ab enim sunt esse ac atque aut nec \
            hoc etiam eius de quam autem erat",
        starts: "",
        ends: "orum arum ibus tur",
    },
];
