//! Dates, as far as expiry needs them.

use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS: u64 = 86_400;

/// A day, counted from 1970-01-01 (UTC).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Day(pub i64);

impl Day {
    /// The day of the system's clock; the first of all days when the clock stands before 1970.
    pub fn today() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Self::of_seconds(since.map_or(0, |since| since.as_secs()))
    }

    /// The day of a second since 1970 (`exp` of RFC 7519 section 4.1.4).
    pub const fn of_seconds(seconds: u64) -> Self {
        Self((seconds / SECONDS).cast_signed())
    }

    /// The day a text such as `2018-05-31T10:00:00Z` starts with.
    pub fn of_text(text: &str) -> Option<Self> {
        let mut parts = text.get(..10)?.splitn(3, '-');
        let mut number = || parts.next()?.parse::<u16>().ok();
        let (year, month, day) = (number()?, number()?, number()?);
        let real = (1..=12).contains(&month) && (1..=31).contains(&day);
        real.then(|| Self::of_date(i64::from(year), i64::from(month), i64::from(day)))
    }

    /// The proleptic Gregorian calendar, years counted from March so that leap days come last.
    const fn of_date(year: i64, month: i64, day: i64) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let from_march = (month + 9) % 12;
        let in_year = (153 * from_march + 2) / 5 + day - 1;
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        Self(year * 365 + leaps + in_year - 719_468)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(Day::of_text("1970-01-01"), Some(Day(0)));
        assert_eq!(Day::of_text("2000-03-01T00:00:00Z"), Some(Day(11_017)));
        assert_eq!(Day::of_text("2024-02-29"), Some(Day(19_782)));
        assert_eq!(Day::of_seconds(86_400 * 19_782 + 5), Day(19_782));
        for wrong in ["2024-13-01", "24-1-1", "2024/02/29", "ääääää"] {
            assert_eq!(Day::of_text(wrong), None, "{wrong}");
        }
    }
}
