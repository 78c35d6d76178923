//! x
/// x
pub struct Page<'a> {
    /// x
    pub path: &'a str,
    /// x
    pub html: &'a str,
}
/// x
pub fn page(_: Page<'_>) {}
/// x
pub fn site(_: &[()], _: impl Fn(&str) -> bool) -> Vec<crate::finding::Finding> {
    Vec::new()
}
