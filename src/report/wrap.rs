//! Breaking text to a width.

/// Words on lines of at most `room` characters; a longer word is broken.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut word: Vec<char> = word.chars().collect();
        while !word.is_empty() {
            let used = lines.last().map_or(room, |line| line.chars().count());
            let rest = word.split_off(word.len().min(room));
            match lines.last_mut() {
                Some(line) if used + 1 + word.len() <= room => {
                    line.extend([' '].iter().chain(&word));
                }
                _ => lines.push(word.iter().collect()),
            }
            word = rest;
        }
    }
    lines
}
