//! Items of lists, which the next one ends.

/// The lists that are open, and their items.
#[derive(Default)]
pub struct Lists<'r>(Vec<&'r str>);

fn is_item(name: &str) -> bool {
    matches!(name, "li" | "dt" | "dd")
}

fn is_list(name: &str) -> bool {
    matches!(name, "ul" | "ol" | "dl")
}

impl<'r> Lists<'r> {
    /// Begins an element.
    pub fn open(&mut self, name: &'r str) {
        if is_item(name) {
            self.0.pop_if(|last| is_item(last));
        }
        if is_item(name) || is_list(name) {
            self.0.push(name);
        }
    }

    /// Ends an element; whether it is an item that was ended before.
    pub fn closes_nothing(&mut self, name: &str) -> bool {
        let from = match is_item(name) {
            true => self.0.iter().rposition(|open| is_list(open)).map_or(0, |list| list + 1),
            false => 0,
        };
        // An item without a list is reported by `misplaced`.
        let is_in_list = from > 0;
        match self.0.iter().rposition(|open| *open == name).filter(|at| *at >= from) {
            Some(at) => self.0.truncate(at),
            None => return is_in_list,
        }
        false
    }
}
