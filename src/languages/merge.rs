//! Several files of YAML as one: those of a site, of the program, of the fallback.

use std::borrow::Cow;

use serde_yaml::{Mapping, Value};

/// Puts files together, the most important first: each of its keys replaces that of the files after it. Below the `inner`
/// keys the same holds one step further down. A file that is no mapping adds nothing.
pub fn merged<'t>(texts: &[&'t str], inner: &[&str]) -> Cow<'t, str> {
    let [text] = texts else {
        let mut all = Mapping::new();
        for text in texts.iter().rev() {
            if let Ok(Value::Mapping(upper)) = serde_yaml::from_str(text) {
                lay_over(upper, &mut all, inner);
            }
        }
        // Read again from its text, a number is a text where a text is wanted, as in each of the files.
        return serde_yaml::to_string(&all).unwrap_or_default().into();
    };
    Cow::Borrowed(text)
}

fn lay_over(upper: Mapping, all: &mut Mapping, inner: &[&str]) {
    for (key, value) in upper {
        let is_inner = key.as_str().is_some_and(|key| inner.contains(&key));
        match (value, all.get_mut(&key)) {
            (Value::Mapping(upper), Some(Value::Mapping(lower))) if is_inner => lay_over(upper, lower, &[]),
            (value, _) => _ = all.insert(key, value),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn keys_of_the_first_file_replace_those_of_the_others() {
        let texts = ["长: 一\n词: {难: 改}\n", "词: {难: 旧, 空: ~}\n短: 52\n", "长: 三\n"];
        let values = |inner: &[&str]| serde_yaml::from_str::<Value>(&merged(&texts, inner)).unwrap();
        assert_eq!(values(&[]), serde_yaml::from_str::<Value>("长: 一\n词: {难: 改}\n短: 52\n").unwrap());
        let inner = values(&["词"]);
        assert_eq!(inner, serde_yaml::from_str::<Value>("长: 一\n词: {难: 改, 空: ~}\n短: 52\n").unwrap());
        let words: BTreeMap<String, String> =
            serde_yaml::from_str(&merged(&texts[1..], &["词"])).unwrap_or_default();
        assert!(words.is_empty(), "a mapping is no text");
        assert_eq!(merged(&["a: 1"], &[]), "a: 1");
        assert_eq!(merged(&[], &[]), "{}\n");
    }
}
