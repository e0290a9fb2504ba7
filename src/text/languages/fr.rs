//! French.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "fr",
    stop_words: "\
        le la les l un une des du de d au aux à a en y dans par pour sur sous avec sans entre \
        vers chez contre depuis pendant avant après dès jusque jusqu hors lors parmi malgré \
        selon via outre durant envers et ou où mais donc or ni car que qu quand lorsque lorsqu \
        puisque puisqu si comme parce tandis alors afin quoi qui dont lequel laquelle lesquels \
        lesquelles auquel auxquels auxquelles duquel desquels desquelles quel quelle quels \
        quelles je j tu il elle on nous vous ils elles me m te t se s lui leur leurs eux moi \
        toi soi ce c cet cette ces cela ceci ça celui celle ceux celles mon ma mes ton ta tes \
        son sa ses notre nos votre vos ne n pas plus moins jamais rien personne aucun aucune \
        non oui très trop peu beaucoup assez tout toute tous toutes autre autres même mêmes \
        tel telle tels telles chaque plusieurs certains certaines quelques quelque être est es \
        suis sommes êtes sont était étaient été étant sera seront serait seraient soit soient \
        fut furent fût avoir ai as avons avez ont avait avaient eu ayant aura auront aurait \
        auraient ait aient eut eurent fait faire font faisait peut peuvent pouvait pourrait \
        pourraient pouvoir doit doivent devait devrait devoir va vont aller veut ici là déjà \
        encore toujours aussi ainsi ensuite puis enfin cependant toutefois pourtant surtout \
        notamment seulement également désormais aujourd'hui aujourd hui hier demain maintenant \
        bien dit déclaré ajouté indiqué affirmé expliqué annoncé précisé d'un d'une d'autres \
        qu'il qu'elle qu'ils qu'un qu'une qu'on n'est n'a n'ont s'est s'il c'est c'était j'ai \
        l'on jusqu'à lorsqu'il deux trois premier première dernier dernière cette-ci celui-ci \
        celle-ci mm mme m. afp etc",
    titles: &[
        "M.", "MM.", "Mr.", "Mme.", "Mlle.", "Dr.", "Pr.", "Prof.", "Me.", "Mgr.", "Gal.", "Gén.",
        "Col.", "Cdt.", "Cap.", "Capt.", "Lt.", "Sgt.", "St.", "Ste.", "S.E.", "S.M.", "S.A.R.",
        "S.S.", "R.P.", "P.", "cf.", "Cf.", "env.", "p. ex.", "p.ex.", "c.-à-d.", "vs.",
    ],
    abbreviations: &[
        "etc.", "av. J.-C.", "apr. J.-C.", "av.", "apr.", "J.-C.", "J.C.", "i.e.", "e.g.", "N.B.",
        "P.S.", "S.A.", "S.A.R.L.", "S.A.S.", "S.N.C.", "R.A.S.", "R.D.C.", "R.C.A.", "U.E.",
        "O.N.U.", "E.U.", "U.S.A.", "U.R.S.S.", "R.-U.", "É.-U.", "bd.", "boul.", "rés.", "tél.",
        "Cie.", "Sté.", "Ets.", "éd.", "coll.", "ibid.", "op. cit.", "et al.", "al.", "min.",
        "max.", "hab.", "adj.", "dép.", "réf.", "suiv.", "sq.", "h.", "T.T.C.", "H.T.", "Inc.",
        "Corp.", "Ltd.",
    ],
    before_number: &[
        "n.", "no.", "No.", "nos.", "art.", "Art.", "al.", "p.", "pp.", "vol.", "t.", "chap.",
        "fig.", "par.", "sect.", "ch.", "éd.", "env.", "tél.", "Tél.", "janv.", "févr.", "fév.",
        "avr.", "juil.", "sept.", "oct.", "nov.", "déc.", "v.", "ca.", "l.", "tab.",
    ],
    ordinal_dot: false,
    connectives: &[
        "mais", "cependant", "toutefois", "pourtant", "néanmoins", "or", "donc", "ainsi", "aussi",
        "en effet", "par ailleurs", "de plus", "en outre", "en revanche", "par contre",
        "au contraire", "à l'inverse", "inversement", "en conséquence", "par conséquent",
        "c'est pourquoi", "c'est ainsi", "dès lors", "pour autant", "malgré cela", "malgré tout",
        "malgré ces", "en fait", "de fait", "d'ailleurs", "du reste", "au demeurant", "de même",
        "également", "de son côté", "de leur côté", "pour sa part", "pour leur part",
        "quant à lui", "quant à elle", "quant à eux", "dans le même temps", "en même temps",
        "pendant ce temps", "parallèlement", "entre-temps", "dans la foulée", "dans ce contexte",
        "à cet égard", "à ce titre", "à son tour", "puis", "ensuite", "enfin", "alors", "depuis",
        "depuis lors", "après cela", "auparavant", "et", "ou", "car", "par exemple", "notamment",
        "autrement dit", "en d'autres termes", "d'autre part", "d'un autre côté", "d'une part",
        "à cela s'ajoute", "bref", "en somme", "finalement", "plus tard", "la veille",
        "le lendemain", "reste que", "il n'empêche", "résultat", "pour cela", "à ce propos",
        "à ce sujet", "du coup",
    ],
    pronouns: &[
        "il", "elle", "ils", "elles", "ce", "c'est", "c'était", "cela", "ceci", "ça", "celui-ci",
        "celle-ci", "ceux-ci", "celles-ci", "celui-là", "celle-là", "ce dernier", "cette dernière",
        "ces derniers", "ces dernières", "cet", "cette", "ces", "son", "sa", "ses", "leur",
        "leurs", "lui", "eux", "lui-même", "elle-même", "tous deux", "toutes deux", "tous",
        "les deux", "l'un", "l'une", "certains", "d'autres", "aucun", "aucune", "il s'agit",
        "le premier", "le second", "ce qui", "ce que",
    ],
    speech_verbs: &[
        "dit", "disait", "disent", "a dit", "ajoute", "ajouté", "ajoutait", "déclare", "déclaré",
        "déclarent", "affirme", "affirmé", "affirment", "indique", "indiqué", "indiquent",
        "annonce", "annoncé", "explique", "expliqué", "expliquent", "précise", "précisé",
        "souligne", "souligné", "estime", "estimé", "estiment", "assure", "assuré", "confie",
        "confié", "raconte", "raconté", "rapporte", "rapporté", "rapportent", "rappelle",
        "rappelé", "répond", "répondu", "réagi", "reconnaît", "reconnu", "confirme", "confirmé",
        "dément", "démenti", "prévient", "prévenu", "averti", "avertit", "accuse", "accusé",
        "dénonce", "dénoncé", "insiste", "insisté", "martelé", "lancé", "lance", "soutient",
        "soutenu", "témoigne", "témoigné", "constate", "constaté", "poursuit", "poursuivi",
        "conclut", "conclu", "écrit", "révèle", "révélé", "relève", "relevé", "commente",
        "commenté", "juge", "jugé", "admet", "admis", "promet", "promis", "signalé", "fait savoir",
    ],
    read_also: &[
        "lire aussi",
        "à lire aussi",
        "à lire également",
        "lire également",
        "à lire",
        "lire la suite",
        "lire plus",
        "lire l'article",
        "lire notre",
        "lisez aussi",
        "voir aussi",
        "à voir aussi",
        "voir également",
        "voir plus",
        "à voir",
        "regarder aussi",
        "regardez",
        "écouter aussi",
        "à écouter",
        "écoutez",
        "en savoir plus",
        "pour en savoir plus",
        "pour aller plus loin",
        "sur le même sujet",
        "sur le même thème",
        "à découvrir",
        "à découvrir aussi",
        "articles liés",
        "articles similaires",
        "articles associés",
        "nos articles",
        "plus d'informations",
        "vous aimerez aussi",
        "cela peut vous intéresser",
        "à ne pas manquer",
        "les plus lus",
        "s'abonner",
        "abonnez-vous",
        "je m'abonne",
        "inscrivez-vous",
        "s'inscrire",
        "suivez-nous",
        "nous suivre",
        "rejoignez-nous",
        "partager",
        "partagez",
        "partager cet article",
        "cliquez ici",
        "cliquer ici",
        "publicité",
        "la suite après la publicité",
        "la suite après cette publicité",
        "contenu sponsorisé",
        "article réservé aux abonnés",
        "cet article est réservé",
        "il vous reste",
        "télécharger l'application",
        "téléchargez",
        "newsletter",
        "tous droits réservés",
        "retrouvez",
        "retour en haut",
        "lien copié",
    ],
    captions: &[
        "photo:", "photo :", "photos:", "photos :", "photo d'archives", "photo d'illustration",
        "photo prétexte", "photographie:", "photographie :", "image d'illustration", "image:",
        "image :", "crédit:", "crédit :", "crédits:", "crédits :", "crédit photo", "crédits photo",
        "illustration:", "illustration :", "légende:", "légende :", "archive photo", "source:",
        "source :", "image d'archives", "capture d'écran", "dessin:", "vidéo:", "vidéo :",
    ],
    bylines: &[
        "par", "écrit par", "rédigé par", "publié par", "texte:", "texte :",
        "propos recueillis par", "reportage de", "reportage:", "traduit par", "traduit de",
        "traduction:", "avec afp", "avec reuters", "avec agences", "de notre correspondant",
        "de notre correspondante", "de notre envoyé spécial", "de notre envoyée spéciale",
        "auteur:", "auteur :", "rédaction:", "rédaction :", "la rédaction", "envoyé spécial",
        "correspondance", "édité par", "enquête de",
    ],
    months: &[
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "aout",
        "septembre", "octobre", "novembre", "décembre", "ramadan", "mouharram", "safar",
        "chaabane", "chawwal", "rajab", "dhou al-hijja",
    ],
};
