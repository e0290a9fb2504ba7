//! Portuguese.

use super::LanguageData;

pub(super) const DATA: LanguageData = LanguageData {
    code: "pt",
    stop_words: "\
        o a os as um uma uns umas de do da dos das em no na nos nas num numa por pelo pela \
        pelos pelas para pra com sem sob sobre entre até desde contra após ante perante \
        durante segundo conforme mediante exceto ao aos à às dum duma dele dela deles delas \
        nele nela neste nesta nestes nestas nesse nessa nisso nisto naquele naquela deste \
        desta destes destas desse dessa desses dessas disso disto daquele daquela e ou mas nem \
        que se porque pois como quando onde enquanto embora porém contudo todavia portanto \
        logo caso quanto qual quais quem cujo cuja cujos cujas eu tu ele ela nós vós eles elas \
        você vocês me te lhe lhes vos mim ti si comigo consigo meu minha meus minhas teu tua \
        seu sua seus suas nosso nossa nossos nossas este esta estes estas isto esse essa esses \
        essas isso aquele aquela aqueles aquelas aquilo não sim nunca jamais nada ninguém \
        nenhum nenhuma algum alguma alguns algumas algo alguém todo toda todos todas tudo \
        outro outra outros outras mesmo mesma mesmos mesmas tal tais cada vários várias ambos \
        ambas muito muita muitos muitas pouco pouca poucos poucas mais menos tão tanto tanta \
        tantos tantas demais bem ser é são era eram foi foram seja sejam seria seriam será \
        serão sendo sido sou somos fosse estar está estão estava estavam esteve estado esteja \
        estou ter tem têm tinha tinham teve tiveram tenha tenham terá teria tendo tido haver \
        há havia houve haja havendo fazer faz fazem fez feito fazia pode podem podia poderia \
        poderiam poder deve devem devia deveria vai vão ir ia dar deu fica ficou já também \
        assim agora hoje ontem amanhã aqui ali lá aí então depois antes sempre ainda apenas só \
        somente quase talvez inclusive além dentro fora perto longe disse diz afirmou \
        acrescentou explicou informou declarou parte vez vezes através dois duas três primeiro \
        primeira etc",
    titles: &[
        "Sr.", "Sra.", "Srta.", "Srs.", "Sras.", "D.", "Dr.", "Dra.", "Drs.", "Dras.", "Prof.",
        "Profa.", "Profª.", "Eng.", "Engª.", "Arq.", "Adv.", "Gen.", "Gal.", "Cel.", "Maj.",
        "Cap.", "Ten.", "Ten. Cel.", "Sgt.", "Sarg.", "Cb.", "Alm.", "Brig.", "Com.", "Cmte.",
        "Pe.", "Fr.", "Mons.", "Sto.", "Sta.", "S.", "Exmo.", "Exma.", "Ilmo.", "Ilma.", "Dep.",
        "Sen.", "Gov.", "Pres.", "Min.", "Des.", "Desa.", "Av.", "R.", "Pça.", "Al.", "Rod.",
        "Est.", "cf.", "vs.", "p. ex.", "p.ex.", "V. Exa.", "S. Exa.", "S.A.R.",
    ],
    abbreviations: &[
        "etc.", "a.C.", "a. C.", "d.C.", "d. C.", "E.U.A.", "E.U.", "U.E.", "R.U.", "O.N.U.",
        "S.A.", "Ltda.", "Lda.", "Cia.", "Inc.", "Corp.", "Ltd.", "i.e.", "e.g.", "et al.",
        "op. cit.", "ibid.", "P.S.", "N.B.", "obs.", "aprox.", "Jr.", "a.m.", "p.m.", "h.", "hs.",
        "min.", "máx.", "mín.", "tel.", "D.F.", "E.C.", "F.C.", "S.C.", "A.C.", "C.R.", "S.L.",
        "G.D.", "depto.", "dir.", "esq.", "ed.", "org.",
    ],
    before_number: &[
        "n.", "núm.", "No.", "no.", "art.", "arts.", "Art.", "Arts.", "inc.", "par.", "pág.",
        "págs.", "p.", "pp.", "pg.", "vol.", "vols.", "v.", "t.", "cap.", "caps.", "fig.", "figs.",
        "tab.", "ed.", "tel.", "Tel.", "ca.", "c.", "aprox.", "jan.", "fev.", "mar.", "abr.",
        "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez.", "km.", "al.",
    ],
    ordinal_dot: false,
    connectives: &[
        "mas", "porém", "contudo", "todavia", "entretanto", "no entanto", "não obstante",
        "ainda assim", "mesmo assim", "apesar disso", "além disso", "além do mais", "ademais",
        "também", "tampouco", "por outro lado", "por outra parte", "por sua vez", "já",
        "em contrapartida", "pelo contrário", "ao contrário", "em contraste", "portanto", "assim",
        "assim sendo", "desse modo", "deste modo", "dessa forma", "desta forma", "dessa maneira",
        "desta maneira", "por isso", "por esse motivo", "por essa razão", "por conseguinte",
        "em consequência", "consequentemente", "como resultado", "com isso", "de fato", "de facto",
        "aliás", "ou seja", "isto é", "em outras palavras", "por outras palavras", "por exemplo",
        "em particular", "enquanto isso", "ao mesmo tempo", "paralelamente", "nesse sentido",
        "neste sentido", "nesse contexto", "neste contexto", "a esse respeito", "depois",
        "depois disso", "em seguida", "de seguida", "mais tarde", "posteriormente", "antes",
        "antes disso", "anteriormente", "então", "desde então", "finalmente", "por fim",
        "por último", "em suma", "em resumo", "e", "ou", "nem", "da mesma forma", "do mesmo modo",
        "igualmente", "da parte de", "do lado de", "em resposta", "daí", "logo", "a isso se soma",
        "embora", "para isso", "até então",
    ],
    pronouns: &[
        "ele", "ela", "eles", "elas", "este", "esta", "estes", "estas", "isto", "esse", "essa",
        "esses", "essas", "isso", "aquele", "aquela", "aqueles", "aquelas", "aquilo", "seu", "sua",
        "seus", "suas", "o mesmo", "a mesma", "ambos", "ambas", "este último", "esta última",
        "estes últimos", "tal", "tais", "outros", "outras", "alguns", "algumas", "nenhum",
        "nenhuma", "dele", "dela", "deles", "delas", "nele", "nela", "neles", "nelas", "lá", "ali",
        "trata-se", "os dois", "as duas", "o último", "a última",
    ],
    speech_verbs: &[
        "disse", "diz", "dizem", "disseram", "dizia", "afirmou", "afirma", "afirmaram", "afirmam",
        "acrescentou", "acrescenta", "explicou", "explica", "explicaram", "informou", "informa",
        "informaram", "declarou", "declara", "declararam", "anunciou", "anuncia", "anunciaram",
        "contou", "conta", "contaram", "relatou", "relata", "relataram", "ressaltou", "ressalta",
        "destacou", "destaca", "salientou", "salienta", "sublinhou", "sublinha", "frisou", "frisa",
        "referiu", "refere", "adiantou", "adianta", "assegurou", "assegura", "garantiu", "garante",
        "confirmou", "confirma", "negou", "nega", "admitiu", "admite", "reconheceu", "reconhece",
        "alertou", "alerta", "avisou", "avisa", "comentou", "comenta", "completou", "concluiu",
        "criticou", "acusou", "denunciou", "defendeu", "defende", "revelou", "revela", "lembrou",
        "lembra", "recordou", "considerou", "considera", "apontou", "aponta", "indicou", "indica",
        "respondeu", "escreveu", "pontuou", "observou", "enfatizou", "reiterou", "insistiu",
        "questionou", "lamentou", "noticiou",
    ],
    read_also: &[
        "leia também",
        "leia mais",
        "leia ainda",
        "ler mais",
        "ler também",
        "continue lendo",
        "continuar a ler",
        "continue a ler",
        "veja também",
        "veja mais",
        "ver mais",
        "ver também",
        "vejam também",
        "assista também",
        "assista",
        "saiba mais",
        "saiba como",
        "confira também",
        "confira",
        "mais notícias",
        "mais sobre",
        "mais informações",
        "mais lidas",
        "mais lidos",
        "notícias relacionadas",
        "artigos relacionados",
        "matérias relacionadas",
        "conteúdo relacionado",
        "relacionadas",
        "relacionados",
        "recomendamos",
        "não perca",
        "você pode gostar",
        "talvez goste",
        "também pode gostar",
        "assine",
        "subscreva",
        "inscreva-se",
        "cadastre-se",
        "faça login",
        "faça seu login",
        "entre no grupo",
        "siga-nos",
        "siga o",
        "siga a",
        "siga nossas",
        "acompanhe-nos",
        "compartilhe",
        "compartilhar",
        "partilhar",
        "partilhe",
        "clique aqui",
        "clique para",
        "publicidade",
        "continua após a publicidade",
        "continua depois da publicidade",
        "conteúdo patrocinado",
        "baixe o app",
        "baixe o aplicativo",
        "newsletter",
        "receba as notícias",
        "receba nossas",
        "deixe um comentário",
        "deixe o seu comentário",
        "todos os direitos reservados",
        "exclusivo para assinantes",
    ],
    captions: &[
        "foto:", "fotos:", "foto de arquivo", "foto de", "fotografia:", "imagem:", "imagens:",
        "imagem de arquivo", "imagem ilustrativa", "foto ilustrativa", "arquivo:", "crédito:",
        "créditos:", "legenda:", "legenda da foto", "crédito da foto", "ilustração:", "arte:",
        "fonte:", "gráfico:", "infográfico:", "vídeo:", "captura de tela", "na imagem", "na foto",
        "divulgação:", "reprodução:",
    ],
    bylines: &[
        "por", "por:", "escrito por", "redigido por", "editado por", "edição:", "edição de",
        "texto:", "texto de", "reportagem:", "reportagem de", "com reportagem de", "redação",
        "da redação", "autor:", "autora:", "tradução:", "tradução de", "traduzido por",
        "enviado especial", "enviada especial", "correspondente", "com informações de",
        "com informações da", "com agências", "agência lusa", "lusa",
    ],
    months: &[
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
        "outubro", "novembro", "dezembro",
    ],
};
