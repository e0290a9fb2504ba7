//! What a character is to the words of a script.

use super::fold::{fold, is_mark};
use super::script::{Finder, Script};

/// A character's part in words.
#[derive(Debug, Clone, Copy)]
pub(super) enum Glyph {
    /// A folded letter, and whether it was a capital.
    Letter(char, bool),
    /// A sign that joins the letter before it.
    Mark,
    /// Anything else: it ends a word.
    Sign,
}

/// Number of the first characters of Unicode, Latin to Arabic, whose glyphs stand in a table.
const COMMON: u32 = 0x800;

/// Glyphs of the characters below [`COMMON`] for one script.
pub(super) struct Glyphs {
    script: Script,
    common: Vec<Glyph>,
}

impl Glyphs {
    /// Builds the table of a script.
    pub(super) fn new(script: Script) -> Self {
        let mut glyphs = Glyphs {
            script,
            common: Vec::new(),
        };
        let mut finder = Finder::new();
        let common = (0..COMMON).filter_map(char::from_u32);
        glyphs.common = common.map(|c| glyphs.find(c, &mut finder)).collect();
        glyphs
    }

    /// The script whose characters are letters.
    pub(super) fn script(&self) -> Script {
        self.script
    }

    /// The glyph of a character.
    pub(super) fn of(&self, c: char, finder: &mut Finder) -> Glyph {
        match self.common.get(c as usize) {
            Some(glyph) => *glyph,
            None => self.find(c, finder),
        }
    }

    fn find(&self, c: char, finder: &mut Finder) -> Glyph {
        if finder.script(c) == Some(self.script) {
            let folded = fold(c);
            Glyph::Letter(folded, folded != c && c.is_uppercase())
        } else if is_mark(c) {
            Glyph::Mark
        } else {
            Glyph::Sign
        }
    }
}
