//! Spanish.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "es",
    stop_words: "\
        el la los las lo un una unos unas de del a al en por para con sin sobre entre hasta \
        desde hacia contra según ante bajo tras durante mediante excepto salvo y e o u ni pero \
        sino que si porque pues aunque mientras cuando como cómo donde dónde adonde cuanto \
        cuánto cual cuál cuales cuáles quien quién quienes cuyo cuya cuyos cuyas qué yo tú él \
        ella ello nosotros nosotras vosotros vosotras ellos ellas usted ustedes me te se nos \
        os le les mi mis tu tus su sus mí ti sí conmigo contigo consigo nuestro nuestra \
        nuestros nuestras vuestro vuestra suyo suya suyos suyas mío mía este esta esto estos \
        estas ese esa eso esos esas aquel aquella aquello aquellos aquellas éste ésta éstos \
        éstas no nunca jamás nada nadie ningún ninguno ninguna algún alguno alguna algunos \
        algunas algo alguien todo toda todos todas otro otra otros otras mismo misma mismos \
        mismas tal tales cada varios varias ambos ambas mucho mucha muchos muchas poco poca \
        pocos pocas más menos muy tan tanto tanta tantos tantas demás ser es soy eres somos \
        son era eran fue fueron sea sean sería serían será serán siendo sido fuera estar está \
        están estaba estaban estuvo estado esté estoy estará haber ha han había habían hubo \
        hay haya hayan habrá habrán habría habrían he hemos habido tener tiene tienen tenía \
        tenían tuvo hacer hace hacen hizo hecho hacía puede pueden podía podría podrían poder \
        debe deben debía debería va van ir iba dar dio ya también tampoco así ahora hoy ayer \
        mañana aquí allí ahí allá entonces luego después antes siempre además sólo solo \
        solamente aún todavía incluso casi quizá quizás apenas dentro cerca lejos encima \
        debajo dijo dice añadió agregó señaló afirmó indicó aseguró explicó respecto parte vez \
        veces través etc dos tres primer primero primera",
    titles: &[
        "Sr.", "Sra.", "Srta.", "Sres.", "Sras.", "D.", "Dª.", "Dña.", "Dr.", "Dra.", "Dres.",
        "Dras.", "Prof.", "Profa.", "Lic.", "Licda.", "Ing.", "Arq.", "Abg.", "Mtro.", "Mtra.",
        "Gral.", "Gnal.", "Cnel.", "Cap.", "Tte.", "Tte. Cnel.", "Tte. Gral.", "Sgto.", "Cmdte.",
        "Cte.", "Alm.", "Mons.", "P.", "Fr.", "Hno.", "Hna.", "Pbro.", "Rvdo.", "Sto.", "Sta.",
        "S.", "Excmo.", "Excma.", "Ilmo.", "Ilma.", "Hon.", "Dip.", "Sen.", "Gob.", "Pdte.",
        "Pdta.", "Avda.", "Av.", "Pza.", "Bo.", "p. ej.", "p.ej.", "cf.", "cfr.", "vs.", "S. M.",
        "S.M.", "S. A. R.", "S.A.R.",
    ],
    abbreviations: &[
        "EE. UU.", "EE.UU.", "E.U.", "U.E.", "UU.", "EE.", "RR. HH.", "FF. AA.", "FF.AA.",
        "CC. OO.", "CC.OO.", "JJ. OO.", "JJ.OO.", "etc.", "a. C.", "a.C.", "d. C.", "d.C.",
        "a. m.", "p. m.", "a.m.", "p.m.", "h.", "hs.", "hrs.", "S. A.", "S.A.", "S. L.", "S.L.",
        "C.V.", "S.R.L.", "S.A.S.", "Ltda.", "Cía.", "Inc.", "Corp.", "Ltd.", "D.F.", "D. F.",
        "N.Y.", "R.U.", "e.g.", "i.e.", "ibíd.", "op. cit.", "et al.", "P.D.", "P. D.", "q.e.p.d.",
        "c/u.", "aprox.", "dpto.", "depto.", "izq.", "dcha.", "tel.", "teléf.", "min.", "máx.",
        "mín.", "C.F.", "F.C.", "U.D.", "C.D.", "R.C.D.",
    ],
    before_number: &[
        "n.", "núm.", "núms.", "Núm.", "nro.", "Nro.", "No.", "N.", "art.", "arts.", "Art.",
        "Arts.", "inc.", "pág.", "págs.", "p.", "pp.", "vol.", "vols.", "t.", "cap.", "caps.",
        "fig.", "figs.", "párr.", "secc.", "tel.", "Tel.", "tfno.", "ext.", "ca.", "aprox.",
        "ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sep.", "sept.", "set.",
        "oct.", "nov.", "dic.", "lám.", "ed.", "km.", "v.", "c.",
    ],
    ordinal_dot: false,
    connectives: &[
        "pero", "sin embargo", "no obstante", "además", "asimismo", "así mismo", "también",
        "tampoco", "por otra parte", "por otro lado", "por su parte", "por su lado", "a su vez",
        "en cambio", "por el contrario", "al contrario", "en contraste", "por tanto",
        "por lo tanto", "por ello", "por eso", "por esto", "por esta razón", "por este motivo",
        "en consecuencia", "como consecuencia", "como resultado", "así", "así pues",
        "de este modo", "de esta manera", "de esta forma", "de ese modo", "de hecho", "en efecto",
        "es decir", "o sea", "en otras palabras", "por ejemplo", "en particular", "en concreto",
        "mientras tanto", "entretanto", "mientras", "al mismo tiempo", "a la vez", "en tanto",
        "en ese sentido", "en este sentido", "en ese contexto", "en este contexto", "al respecto",
        "en paralelo", "paralelamente", "luego", "después", "más tarde", "posteriormente", "antes",
        "previamente", "entonces", "desde entonces", "finalmente", "por último", "en resumen",
        "en definitiva", "y", "e", "o", "ni", "aun así", "con todo", "a pesar de ello",
        "a pesar de esto", "pese a ello", "pese a esto", "pese a todo", "aunque",
        "de igual manera", "de igual forma", "igualmente", "de la misma manera", "del mismo modo",
        "incluso", "encima", "a ello se suma", "a esto se suma", "en tal sentido", "de ahí",
        "con ello",
    ],
    pronouns: &[
        "él", "ella", "ello", "ellos", "ellas", "este", "esta", "esto", "estos", "estas", "éste",
        "ésta", "éstos", "éstas", "ese", "esa", "eso", "esos", "esas", "aquel", "aquella",
        "aquello", "aquellos", "aquellas", "su", "sus", "le", "les", "lo anterior", "lo mismo",
        "dicho", "dicha", "dichos", "dichas", "ambos", "ambas", "el mismo", "la misma",
        "este último", "esta última", "estos últimos", "tal", "tales", "otros", "otras", "algunos",
        "algunas", "ninguno", "ninguna", "ahí", "allí", "se trata",
    ],
    speech_verbs: &[
        "dijo", "dice", "dicen", "dijeron", "decía", "añadió", "añade", "añadieron", "agregó",
        "agrega", "señaló", "señala", "señalaron", "afirmó", "afirma", "afirmaron", "afirman",
        "indicó", "indica", "indicaron", "aseguró", "asegura", "aseguraron", "aseguran", "explicó",
        "explica", "explicaron", "declaró", "declara", "declararon", "manifestó", "manifiesta",
        "expresó", "expresa", "sostuvo", "sostiene", "sostienen", "anunció", "anuncia",
        "anunciaron", "informó", "informa", "informaron", "comentó", "comenta", "apuntó", "apunta",
        "precisó", "precisa", "subrayó", "subraya", "destacó", "destaca", "recordó", "recuerda",
        "insistió", "insiste", "reiteró", "reitera", "advirtió", "advierte", "denunció",
        "denuncia", "acusó", "confirmó", "confirma", "negó", "niega", "reconoció", "reconoce",
        "admitió", "admite", "reveló", "revela", "contó", "cuenta", "relató", "relata",
        "respondió", "responde", "preguntó", "escribió", "escribe", "detalló", "detalla", "aclaró",
        "aclara", "puntualizó", "enfatizó", "consideró", "considera", "concluyó", "prosiguió",
        "lamentó", "aseveró", "refirió",
    ],
    read_also: &[
        "lee también",
        "lea también",
        "leer también",
        "te puede interesar",
        "le puede interesar",
        "puede interesarle",
        "también te puede interesar",
        "te recomendamos",
        "le recomendamos",
        "leer más",
        "lee más",
        "lea más",
        "seguir leyendo",
        "sigue leyendo",
        "siga leyendo",
        "ver más",
        "ver también",
        "vea también",
        "mira también",
        "mirá también",
        "mira además",
        "vea además",
        "además lea",
        "más información",
        "más noticias",
        "más sobre",
        "noticias relacionadas",
        "notas relacionadas",
        "artículos relacionados",
        "contenido relacionado",
        "temas relacionados",
        "relacionados",
        "no te pierdas",
        "no se pierda",
        "lo más leído",
        "lo más visto",
        "suscríbete",
        "suscríbase",
        "suscribite",
        "suscribirse",
        "regístrate",
        "regístrese",
        "inicia sesión",
        "inicie sesión",
        "síguenos",
        "síganos",
        "seguinos",
        "seguir en",
        "únete",
        "compartir",
        "haz clic",
        "haga clic",
        "hacé clic",
        "pulsa aquí",
        "pincha aquí",
        "haz click",
        "publicidad",
        "contenido patrocinado",
        "descarga nuestra",
        "descarga la app",
        "newsletter",
        "deja un comentario",
        "todos los derechos reservados",
        "archivado en",
        "etiquetas",
        "continúa leyendo",
        "recibe las noticias",
        "recibe nuestras",
    ],
    captions: &[
        "foto:", "fotos:", "foto de", "foto de archivo", "fotografía:", "fotografía de", "imagen:",
        "imagen de", "imagen de archivo", "imágenes:", "archivo:", "crédito:", "créditos:",
        "cortesía", "cortesía:", "fuente:", "fuente de la imagen", "pie de foto", "ilustración:",
        "ilustración de", "gráfico:", "infografía:", "vídeo:", "video:", "captura de pantalla",
        "captura de video", "en la imagen", "en la foto",
    ],
    bylines: &[
        "por", "por:", "escrito por", "redactado por", "editado por", "edición de", "edición:",
        "elaborado por", "redacción", "redacción:", "texto:", "texto de", "reportaje de",
        "entrevista de", "traducido por", "traducción de", "traducción:", "autor:", "autora:",
        "enviado especial", "enviada especial", "corresponsal", "con información de",
        "con informes de", "información de", "agencias", "agencia efe", "europa press",
    ],
    months: &[
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "setiembre", "octubre", "noviembre", "diciembre",
    ],
};
