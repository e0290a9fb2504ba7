//! Chinese, Japanese or Korean, from the kinds of characters and a few tell-tale ones.

use super::script::{Census, Script};

/// Kana below this share of kana and ideographs are a quoted brand (の, ツ) in Chinese.
const KANA_SHARE: f32 = 0.06;
/// Hangul above this share of all is Korean with Chinese characters for clarity.
const HANGUL_SHARE: f32 = 0.25;

/// Ideographs looked at when there is no kana: they are decisive long before that.
const LOOKED_AT: usize = 300;

/// Shapes that only Japan uses (post-war simplifications and local characters).
const JAPANESE: &str = "込働畑峠辻栃枠匂塀搾々円広対図県駅経済価検権労営気汚鉄沢浜仏氷発売読変単団囲圧\
    伝関塩桜拡覚楽帰戦戻挙黒実従渋焼乗浄剰縄畳壊壌続択弾遅庁転拝抜姫歩竜両涙暦歴齢録渇穏仮栄勲剣険験\
    顕厳効恵掲渓継蛍軽鶏";
/// Simplified and traditional shapes, and particles, that Japanese does not write.
const CHINESE: &str = "这们说时对发为个过还没吗呢吧哪你她它让给请谁么从并于经济长开关东车门马业产动务员问间现\
    应该实际进运达选总统议论认识记讲许设证评试话语读调谈贸财责货质购费资赛军农决况减几击创则刚华机战\
    這們說過還沒嗎妳讓給誰麼將從與為對發經濟國會個來當實際關臺灣黨權價廣戰點變學體數應總營嘅咗唔佢";

/// Code and probability for a text that is mostly East Asian.
pub(super) fn decide<'t>(
    census: &Census,
    pieces: impl Iterator<Item = &'t str>,
) -> (&'static str, f32) {
    let han = census.letters(Script::Han) as f32;
    let kana = census.letters(Script::Kana) as f32;
    let hangul = census.letters(Script::Hangul) as f32;
    let hangul_share = hangul / (han + kana + hangul);
    if hangul > kana && hangul_share > HANGUL_SHARE {
        return ("ko", 0.9 + 0.1 * hangul_share);
    }
    let kana_share = kana / (han + kana).max(1.0);
    if kana_share > KANA_SHARE {
        return ("ja", (0.85 + kana_share).min(1.0));
    }
    ideographs_only(pieces, kana > 0.0)
}

/// Headlines may lack kana; then the shapes of the ideographs decide.
fn ideographs_only<'t>(
    pieces: impl Iterator<Item = &'t str>,
    some_kana: bool,
) -> (&'static str, f32) {
    let (mut japanese, mut chinese) = (u32::from(some_kana), 0u32);
    for c in pieces
        .flat_map(str::chars)
        .filter(|c| !c.is_ascii())
        .take(LOOKED_AT)
    {
        japanese += u32::from(JAPANESE.contains(c));
        chinese += u32::from(CHINESE.contains(c));
    }
    match (japanese, chinese) {
        (0, 0) => ("zh", 0.75),
        (j, z) if j > 2 * z => ("ja", 0.75),
        (j, z) => ("zh", 0.6 + 0.4 * z as f32 / (z + j) as f32),
    }
}
