//! Script census: which script most letters of a text belong to.

/// A script, named after its Unicode property value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Script {
    Latin,
    Arabic,
    Cyrillic,
    Han,
    Kana,
    Hangul,
    Hebrew,
    Devanagari,
    Bengali,
    Ethiopic,
    Single(u8),
}

/// A run of code points that are letters (or vowel signs) of one script.
type Range = (u32, u32, Script);

/// Languages that own a script, addressed by [`Script::Single`].
const SINGLE: &[&str] = &[
    "el", "hy", "pa", "gu", "or", "ta", "te", "kn", "ml", "si", "th", "lo", "bo", "my", "ka", "km",
    "mn", "dv", "syr", "zgh", "nqo", "chr", "iu", "sat", "mni",
];

/// Slots of the census: ten shared scripts, then one for each of [`SINGLE`].
const SLOTS: usize = 10 + SINGLE.len();

/// Sorted by first code point. Vowel signs of Indic scripts count as letters (as vowels do in
/// Latin); Arabic and Hebrew marks, digits and punctuation do not.
const RANGES: &[Range] = &[
    (0x41, 0x5A, Script::Latin),
    (0x61, 0x7A, Script::Latin),
    (0xC0, 0xD6, Script::Latin),
    (0xD8, 0xF6, Script::Latin),
    (0xF8, 0x2AF, Script::Latin),
    (0x370, 0x373, Script::Single(0)),
    (0x376, 0x377, Script::Single(0)),
    (0x37B, 0x37D, Script::Single(0)),
    (0x386, 0x386, Script::Single(0)),
    (0x388, 0x3FF, Script::Single(0)),
    (0x400, 0x481, Script::Cyrillic),
    (0x48A, 0x52F, Script::Cyrillic),
    (0x531, 0x556, Script::Single(1)),
    (0x560, 0x588, Script::Single(1)),
    (0x5D0, 0x5F2, Script::Hebrew),
    (0x620, 0x63F, Script::Arabic),
    (0x641, 0x64A, Script::Arabic),
    (0x66E, 0x66F, Script::Arabic),
    (0x671, 0x6D3, Script::Arabic),
    (0x6D5, 0x6D5, Script::Arabic),
    (0x6EE, 0x6EF, Script::Arabic),
    (0x6FA, 0x6FF, Script::Arabic),
    (0x710, 0x72F, Script::Single(18)),
    (0x750, 0x77F, Script::Arabic),
    (0x780, 0x7B1, Script::Single(17)),
    (0x7CA, 0x7EA, Script::Single(20)),
    (0x8A0, 0x8C7, Script::Arabic),
    (0x900, 0x963, Script::Devanagari),
    (0x971, 0x97F, Script::Devanagari),
    (0x980, 0x9E3, Script::Bengali),
    (0x9F0, 0x9F1, Script::Bengali),
    (0xA01, 0xA5E, Script::Single(2)),
    (0xA70, 0xA75, Script::Single(2)),
    (0xA81, 0xAE3, Script::Single(3)),
    (0xB01, 0xB63, Script::Single(4)),
    (0xB71, 0xB71, Script::Single(4)),
    (0xB82, 0xBD7, Script::Single(5)),
    (0xC00, 0xC63, Script::Single(6)),
    (0xC80, 0xCE3, Script::Single(7)),
    (0xD00, 0xD63, Script::Single(8)),
    (0xD7A, 0xD7F, Script::Single(8)),
    (0xD81, 0xDDF, Script::Single(9)),
    (0xE01, 0xE3A, Script::Single(10)),
    (0xE40, 0xE4E, Script::Single(10)),
    (0xE81, 0xECD, Script::Single(11)),
    (0xEDC, 0xEDF, Script::Single(11)),
    (0xF40, 0xFBC, Script::Single(12)),
    (0x1000, 0x103F, Script::Single(13)),
    (0x1050, 0x108F, Script::Single(13)),
    (0x10A0, 0x10FF, Script::Single(14)),
    (0x1100, 0x11FF, Script::Hangul),
    (0x1200, 0x135F, Script::Ethiopic),
    (0x1380, 0x138F, Script::Ethiopic),
    (0x13A0, 0x13FD, Script::Single(21)),
    (0x1401, 0x167F, Script::Single(22)),
    (0x1780, 0x17D3, Script::Single(15)),
    (0x1820, 0x1878, Script::Single(16)),
    (0x1C5A, 0x1C7D, Script::Single(23)),
    (0x1C80, 0x1C88, Script::Cyrillic),
    (0x1C90, 0x1CBF, Script::Single(14)),
    (0x1E00, 0x1EFF, Script::Latin),
    (0x1F00, 0x1FFC, Script::Single(0)),
    (0x2D00, 0x2D2D, Script::Single(14)),
    (0x2D30, 0x2D67, Script::Single(19)),
    (0x2D80, 0x2DDE, Script::Ethiopic),
    (0x3005, 0x3007, Script::Han),
    (0x3041, 0x3096, Script::Kana),
    (0x309D, 0x309F, Script::Kana),
    (0x30A1, 0x30FA, Script::Kana),
    (0x30FC, 0x30FF, Script::Kana),
    (0x3105, 0x312F, Script::Han),
    (0x3131, 0x318E, Script::Hangul),
    (0x31F0, 0x31FF, Script::Kana),
    (0x3400, 0x4DBF, Script::Han),
    (0x4E00, 0x9FFF, Script::Han),
    (0xA640, 0xA66E, Script::Cyrillic),
    (0xA720, 0xA7FF, Script::Latin),
    (0xA960, 0xA97C, Script::Hangul),
    (0xABC0, 0xABE2, Script::Single(24)),
    (0xAC00, 0xD7FB, Script::Hangul),
    (0xF900, 0xFAD9, Script::Han),
    (0xFB00, 0xFB06, Script::Latin),
    (0xFB1D, 0xFB4F, Script::Hebrew),
    (0xFB50, 0xFBB1, Script::Arabic),
    (0xFBD3, 0xFD3D, Script::Arabic),
    (0xFD50, 0xFDFB, Script::Arabic),
    (0xFE70, 0xFEFC, Script::Arabic),
    (0xFF66, 0xFF9D, Script::Kana),
    (0x20000, 0x3134F, Script::Han),
];

/// Number of the first characters of Unicode, Latin to Arabic, whose scripts are found by number:
/// their letters lie in several runs, between which a text jumps all the time.
const COMMON: usize = 0x800;

/// Scripts of the characters below [`COMMON`].
static COMMON_SCRIPTS: [Option<Script>; COMMON] = common_scripts();
/// Slots of the census for the same.
static COMMON_SLOTS: [u8; COMMON] = common_slots();
/// No slot of the census.
const NO_SLOT: u8 = u8::MAX;

const fn common_slots() -> [u8; COMMON] {
    let scripts = common_scripts();
    let mut slots = [NO_SLOT; COMMON];
    let mut at = 0;
    while at < COMMON {
        if let Some(script) = scripts[at] {
            slots[at] = script.slot();
        }
        at += 1;
    }
    slots
}

const fn common_scripts() -> [Option<Script>; COMMON] {
    let mut scripts = [None; COMMON];
    let mut at = 0;
    while at < RANGES.len() {
        let (first, last, script) = RANGES[at];
        let mut code = first as usize;
        while code <= last as usize && code < COMMON {
            scripts[code] = Some(script);
            code += 1;
        }
        at += 1;
    }
    scripts
}

impl Script {
    /// The language of a script that only one language of the news uses.
    pub(super) fn only_language(self) -> Option<&'static str> {
        match self {
            Script::Single(index) => SINGLE.get(usize::from(index)).copied(),
            _ => None,
        }
    }

    const fn slot(self) -> u8 {
        match self {
            Script::Latin => 0,
            Script::Arabic => 1,
            Script::Cyrillic => 2,
            Script::Han => 3,
            Script::Kana => 4,
            Script::Hangul => 5,
            Script::Hebrew => 6,
            Script::Devanagari => 7,
            Script::Bengali => 8,
            Script::Ethiopic => 9,
            Script::Single(index) => 10 + index,
        }
    }

    /// How much text one letter stands for, a Latin letter being 1.
    ///
    /// An ideograph is about half a word and a Hangul block two or three letters. Short vowels
    /// are not written in Arabic and Hebrew. Every other script gets a little more than Latin,
    /// because Latin names, brands and handles are quoted everywhere and the reverse is rare.
    fn weight(self) -> f32 {
        match self {
            Script::Latin => 1.0,
            Script::Han => 3.0,
            Script::Hangul => 2.5,
            Script::Arabic | Script::Hebrew | Script::Kana | Script::Ethiopic => 1.6,
            _ => 1.3,
        }
    }
}

/// Finds scripts of letters; remembers the last range because neighbours share it.
pub(super) struct Finder {
    last: Range,
}

impl Finder {
    pub(super) fn new() -> Self {
        // An empty range, so that the first letter is looked up.
        Finder {
            last: (1, 0, Script::Latin),
        }
    }

    /// Script of a letter, or `None` for marks, digits, punctuation and unknown scripts.
    #[inline]
    pub(super) fn script(&mut self, c: char) -> Option<Script> {
        let code = u32::from(c);
        if let Some(script) = COMMON_SCRIPTS.get(code as usize) {
            return *script;
        }
        if self.last.0 <= code && code <= self.last.1 {
            return Some(self.last.2);
        }
        let after = RANGES.partition_point(|range| range.0 <= code);
        let range = *RANGES.get(after.checked_sub(1)?)?;
        if code > range.1 {
            return None;
        }
        self.last = range;
        Some(range.2)
    }
}

/// The script that most of a text is written in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dominant {
    pub script: Script,
    /// Its amount of text, in Latin letters.
    pub weight: f32,
    /// Its part of the whole, 0 to 1.
    pub share: f32,
}

/// Letters of a text by script.
pub(super) struct Census {
    letters: [u32; SLOTS],
}

impl Census {
    /// Counts the letters of all runs.
    pub(super) fn of<'t>(runs: impl Iterator<Item = &'t str>) -> Self {
        let mut census = Census {
            letters: [0; SLOTS],
        };
        let mut finder = Finder::new();
        for run in runs {
            census.count_ascii(run);
            if !run.is_ascii() {
                census.count_others(run, &mut finder);
            }
        }
        census
    }

    /// Counts by bytes, many at a time.
    fn count_ascii(&mut self, run: &str) {
        let letters = run.bytes().filter(u8::is_ascii_alphabetic).count();
        self.add(Script::Latin.slot(), letters as u32);
    }

    /// Counts letters as long as they have one script before they are added.
    fn count_others(&mut self, run: &str, finder: &mut Finder) {
        let (mut last, mut letters) = (NO_SLOT, 0);
        for c in run.chars().filter(|c| !c.is_ascii()) {
            let slot = match COMMON_SLOTS.get(c as usize) {
                Some(slot) => *slot,
                None => finder.script(c).map_or(NO_SLOT, Script::slot),
            };
            if slot != last {
                self.add(last, letters);
                (last, letters) = (slot, 0);
            }
            letters += 1;
        }
        self.add(last, letters);
    }

    fn add(&mut self, slot: u8, letters: u32) {
        if let Some(count) = self.letters.get_mut(usize::from(slot)) {
            *count += letters;
        }
    }

    /// Letters of one script.
    pub(super) fn letters(&self, script: Script) -> u32 {
        self.letters
            .get(usize::from(script.slot()))
            .copied()
            .unwrap_or(0)
    }

    /// The script with most weight; East Asian scripts stand together under Han, because Japanese
    /// and Korean mix them. `None` without letters.
    pub(super) fn dominant(&self) -> Option<Dominant> {
        let mut best = (Script::Han, self.east_asian_weight());
        let mut total = best.1;
        for script in separate_scripts() {
            let weight = self.weight(script);
            total += weight;
            if weight > best.1 {
                best = (script, weight);
            }
        }
        (total > 0.0).then(|| Dominant {
            script: best.0,
            weight: best.1,
            share: best.1 / total,
        })
    }

    fn east_asian_weight(&self) -> f32 {
        [Script::Han, Script::Kana, Script::Hangul]
            .into_iter()
            .map(|s| self.weight(s))
            .sum()
    }

    fn weight(&self, script: Script) -> f32 {
        self.letters(script) as f32 * script.weight()
    }
}

/// All scripts but the East Asian ones.
fn separate_scripts() -> impl Iterator<Item = Script> {
    use Script::{Arabic, Bengali, Cyrillic, Devanagari, Ethiopic, Hebrew, Latin};
    let shared = [
        Latin, Arabic, Cyrillic, Hebrew, Devanagari, Bengali, Ethiopic,
    ];
    shared
        .into_iter()
        .chain((0u8..).take(SINGLE.len()).map(Script::Single))
}
