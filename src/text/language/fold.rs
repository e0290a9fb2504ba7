//! One spelling for each letter: lower case, and basic Arabic letters for their printed shapes.

/// Base letters of U+FE80–U+FEF4 with how many shapes each has there.
const SHAPES_B: &str = "ء1آ2أ2ؤ2إ2ئ4ا2ب4ة2ت4ث4ج4ح4خ4د2ذ2ر2ز2س4ش4ص4ض4ط4ظ4ع4غ4ف4ق4ك4ل4م4ن4ه4و2ى2ي4";
/// Base letters of U+FB50–U+FBB1, likewise.
const SHAPES_A: &str = "ٱ2ٻ4پ4ڀ4ٺ4ٿ4ٹ4ڤ4ڦ4ڄ4ڃ4چ4ڇ4ڍ2ڌ2ڎ2ڈ2ژ2ڑ2ک4گ4ڳ4ڱ4ں2ڻ4ۀ2ہ4ھ4ے2ۓ2";
/// Base letters of U+FBD3–U+FBE9 and U+FBFC–U+FBFF.
const SHAPES_C: &str = "ڭ4ۇ2ۆ2ۈ2ٷ1ۋ2ۅ2ۉ2ې4ى2";
const SHAPES_YEH: &str = "ی4";

/// Letter for comparison: lower case; presentation forms become their base letter, so that text
/// taken from a PDF reads like any other. Lam-alef becomes lam, which keeps the word's beginning.
pub(super) fn fold(c: char) -> char {
    match u32::from(c) {
        0..0x80 => c.to_ascii_lowercase(),
        0x590..0x1000 => c,
        code @ 0xFB50..=0xFBB1 => base(SHAPES_A, code - 0xFB50, c),
        code @ 0xFBD3..=0xFBE9 => base(SHAPES_C, code - 0xFBD3, c),
        code @ 0xFBFC..=0xFBFF => base(SHAPES_YEH, code - 0xFBFC, c),
        code @ 0xFE80..=0xFEF4 => base(SHAPES_B, code - 0xFE80, c),
        0xFEF5..=0xFEFC => 'ل',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Keyboard variants of yeh and kaf become one letter, for words only: the variants themselves
/// are (weak) evidence and are weighed before this.
pub(super) fn unify(c: char) -> char {
    match c {
        'ي' => 'ی',
        'ك' => 'ک',
        _ => c,
    }
}

/// The letter whose shapes cover `offset`.
fn base(shapes: &str, offset: u32, default: char) -> char {
    let mut left = offset;
    let mut letters = shapes.chars();
    while let (Some(letter), Some(count)) = (letters.next(), letters.next()) {
        let count = count.to_digit(10).unwrap_or(0);
        if left < count {
            return letter;
        }
        left -= count;
    }
    default
}

/// Marks that never separate words: combining accents, Hebrew points, Arabic vowel signs and
/// tatweel, soft hyphen.
pub(super) fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0xAD | 0x300..=0x36F | 0x591..=0x5BD | 0x5BF | 0x5C1..=0x5C7 | 0x610..=0x61A
        | 0x640 | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E8 | 0x6EA..=0x6ED | 0x8D3..=0x8FF
        | 0xFB1E | 0xFE00..=0xFE0F)
}
