//! The states of one layer, each with a place of its own.

use super::machine::Key;

/// Places by key: the keys in the order in which they came, found again by hashing.
#[derive(Default)]
pub(super) struct Table {
    keys: Vec<Key>,
    /// Place + 1 by hash; 0 where there is none. Its length is a power of two.
    slots: Vec<u32>,
}

impl Table {
    /// The place of a key, and whether it is new.
    pub(super) fn place(&mut self, key: Key) -> (usize, bool) {
        if self.keys.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash(key) & mask;
        loop {
            let Some(place) = usize::try_from(self.slots[slot])
                .ok()
                .and_then(|place| place.checked_sub(1))
            else {
                self.keys.push(key);
                self.slots[slot] = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
                return (self.keys.len() - 1, true);
            };
            if self.keys[place] == key {
                return (place, false);
            }
            slot = (slot + 1) & mask;
        }
    }

    pub(super) fn keys(&self) -> &[Key] {
        &self.keys
    }

    pub(super) fn clear(&mut self) {
        self.keys.clear();
        self.slots.fill(0);
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(64);
        self.slots = vec![0; length];
        for (place, key) in self.keys.iter().enumerate() {
            let mut slot = hash(*key) & (length - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (length - 1);
            }
            self.slots[slot] = u32::try_from(place + 1).unwrap_or(u32::MAX);
        }
    }
}

/// Spreads a key over the slots (the finish of splitmix64, over both halves).
pub(super) fn hash(key: Key) -> usize {
    let mut mixed = key[0] ^ key[1].wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    #[expect(clippy::cast_possible_truncation, reason = "any bits will do")]
    let slot = (mixed ^ (mixed >> 31)) as usize;
    slot
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_has_one_place_however_many_come() {
        let mut table = Table::default();
        for key in 0..10_000_u64 {
            assert_eq!(
                table.place([key, key << 50]),
                (usize::try_from(key).unwrap(), true)
            );
        }
        for key in 0..10_000_u64 {
            assert_eq!(
                table.place([key, key << 50]),
                (usize::try_from(key).unwrap(), false)
            );
        }
        table.clear();
        assert_eq!(table.place([7, 0]), (0, true));
        assert_eq!(table.keys(), [[7, 0]]);
    }
}
