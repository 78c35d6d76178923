use super::*;

fn built_in(tag: &str) -> &'static Language {
    Languages::built_in().of(&tag.parse().unwrap())
}

#[test]
fn labels_are_found_by_the_beginning_of_the_tag() {
    assert_eq!(built_in("zh-Hans-CN").labels().get("skip-to-content"), "跳到正文");
    assert!(built_in("zh-Hans-CN").missing().is_none());
    assert!(built_in("en-GB").missing().is_none());
    assert_eq!(built_in("zh-Hant").examples().title, "地方政府与人权");
    assert_eq!(built_in("fr").examples().title, "Local government and human rights");
}

#[test]
fn a_language_that_says_nothing_says_what_the_fallback_says() {
    for tag in ["fr", "ja", "tlh"] {
        let missing = built_in(tag).missing().unwrap();
        let named = usize::from(tag != "tlh");
        assert_eq!(missing.labels.len(), missing.all_labels - named, "{tag}");
        assert!(missing.words && missing.resolution, "{tag}");
        assert_eq!(built_in(tag).labels().get("skip-to-content"), "Skip to the text", "{tag}");
        let marked = format!("{FALLBACK_BEGINS}Skip to the text{FALLBACK_ENDS}");
        assert_eq!(built_in(tag).page_labels().get("skip-to-content"), marked, "{tag}");
        assert_eq!(built_in(tag).page_labels().get("list-separator"), ", ", "{tag}");
    }
}

#[test]
fn what_is_put_into_a_label_of_the_fallback_is_not_of_it() {
    let labels = built_in("ar").page_labels();
    let said = labels.format("explained-in", &[("title", "حقوق".into())]).unwrap();
    assert_eq!(said, format!("{FALLBACK_BEGINS}Easy read: {FALLBACK_ENDS}حقوق"));
    let said = labels.format("note-mark", &[("number", 3usize.into())]).unwrap();
    assert_eq!(said, format!("{FALLBACK_BEGINS}Note 3{FALLBACK_ENDS}"));
    assert_eq!(
        built_in("zh").page_labels().format("note-mark", &[("number", 3usize.into())]).unwrap(),
        "注 3"
    );
}

#[test]
fn a_language_without_a_name_of_its_own_is_called_by_its_tag() {
    let name = |tag: &str| Languages::built_in().name(&tag.parse().unwrap()).to_owned();
    assert_eq!((name("zh-Hans"), name("ar"), name("tlh")), ("中文".into(), "العربية".into(), "tlh".into()));
}

#[test]
fn a_script_tells_the_language() {
    assert_eq!(Languages::built_in().written_in("Han").unwrap().as_str(), "zh-Hans");
    assert_eq!(default_tag().parse::<Lang>().unwrap().as_str(), default_tag());
}
