# What a page says by itself. The names on the left are the same in every language.

language-name = English

# Every page
skip-to-content = Skip to the text
site-navigation = Site
breadcrumb = You are here
home = Home
all-documents = All documents
glossary = Word list
languages = Languages
unofficial-site = This site is published by { $publisher }. The official documents are authoritative.
unofficial-site-anonymous = The official documents are authoritative.
published-by = This site is published by { $publisher }.
made-accessible = No page of this site needs scripts or sends requests to other sites.
contact = Write to us
about-site = About this site
section-pages = Pages

# Versions
versions = Versions
official-text = Official text
official-text-of-page = Full text
easy-read = Easy read
easy-read-missing = There is no easy-read version of this document yet.
easy-read-missing-of-event = There is no easy-read version of this event yet.

# Official text
summary = Summary
summary-note = Written in plain words. It is not part of the official text.
summary-note-of-page = Written in plain words. It is not part of the text.
facts = Key facts
contents = Contents
preamble = Preamble
operative = Operative part
adoption = Adoption
notes = Notes
unofficial-document = This is a web version, not the official document. The wording of the official document { $symbol } is authoritative.
unofficial-text = This is a web version, not an official document.
official-edition-of = This is an official text, published by { $publisher }.
official-edition = This is an official text.
authentic-edition = This is the authentic text. Where another version differs, this one counts.
symbol = Symbol
body = Body
session = Session
session-dates = Dates of the session
agenda-item = Agenda item
adopted-on = Date of adoption
in-force = In force from
adopted = Adopted
# The line on who adopted a text and when, in the forms that say no more than the body and the day.
adopted-lines =
    Resolution adopted by { $body } on { $date }
    Resolution adopted by the { $body } on { $date }
    Decision adopted by { $body } on { $date }
    Decision adopted by the { $body } on { $date }
date = Date
changed = Last changed
author = Author
publisher = Publisher
edition = Edition
keywords = Keywords
cover-lines = Also on the cover
meeting = Meeting
decision = Decision
distribution = Distribution
distribution-date = Date of distribution
distribution-language = Language of the document
distribution-original = Original language
vote-count = { $count ->
    [one] { $count } State
   *[other] { $count } States
}
preambular-paragraph = Preamble, paragraph { $number }
opening-words = Opening words
operative-paragraph = Paragraph { $number }
article = Article { $number }
# An article that was put in behind another: the first behind Article 5 is Article 5A.
article-inserted = Article { $number }{ $letter }
section = Section { $number }
section-inserted = Section { $number }{ $letter }
# An article of an annex that counts its own from 1.
in-annex = Annex{ $annex ->
    [1] {""}
   *[other] {" "}{ $annex }
}, { $name }
explained-in = Easy read: { $title }
left-out-in-easy-read = The easy-read version leaves this paragraph out: { $reason }
note-mark = Note { $number }
note-back = Back to the text
note-back-name = Back to the text at { $occurrence ->
    [1] note { $number }
   *[other] mark { $occurrence } of note { $number }
}
long-description = Long description
table-caption = Table
table = Table
task-done = Done
task-open = Not done
notice-note = Note
notice-tip = Tip
notice-important = Important
notice-warning = Warning
notice-caution = Caution

# Home page and lists
documents = Documents
no-documents = There are no documents here yet.
sections = Sections
list-parts = Pages of the list
list-part = Page { $number }
list-part-title = { $title } (page { $number })
group-year = { $year }
group-without-date = Without a date
group-without-session = Of no session
group-without-letter = Others
letters = Letters
neighbours = Before and after this
previous = Before
next = Next

# Not found
not-found = This page is not here
not-found-text = There is nothing at this address. It may be misspelt, or the page may have moved.
not-found-home = Go to the home page
entry-title = Title
entry-no-value = none
entries-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
entries-counted = { $count } more entries cannot be shown: those who take part agreed only that we say how many there are.
entries-none = There are no entries here yet.
entries-all = All entries
same-as = The same entry elsewhere
export-csv = Download the table (CSV)
export-csv-about = One line for each entry. Open it with a spreadsheet program.
export-json = Download the data (JSON)
export-json-about = The same as the table, for programs.
export-json-ld = Download linked data (JSON-LD)
export-json-ld-about = Describes the entries in the words that websites share (schema.org), for search engines and other databases.
export-schema = Download the list of fields (JSON Schema)
export-schema-about = Says which fields an entry has and what each may hold, for programs that check data.
facets = Choose entries
facet-more = { $count ->
    [one] { $count } more is not listed here.
   *[other] { $count } more are not listed here.
}
agreed = Who agreed to publish it
agreed-by = { $party } (on { $date })
foreign-note = These entries stand on another site and are not ours. We did not check what they say.
foreign-more = { $count ->
    [one] { $count } more is not listed here.
   *[other] { $count } more are not listed here.
}
foreign-all = See all entries there
report-added = Entries that were added
report-changed = Entries that were changed
report-withdrawn = Entries that were taken down
report-withdrawn-count = { $count ->
    [0] No entry was taken down in this time.
    [one] { $count } entry was taken down in this time. Its words are no longer published.
   *[other] { $count } entries were taken down in this time. Their words are no longer published.
}
report-none = There are none.
report-by = Counted by “{ $field }”
report-table = Table: { $title }
report-all = Entries in all
report-new = Entries added
report-computed = The entries and numbers below are counted by the program. Entries that nobody agreed to publish are not among them.
report-elsewhere = { $count ->
    [one] { $count } more entry has no text in this language and is not counted here.
   *[other] { $count } more entries have no text in this language and are not counted here.
}
report-computed-to = The entries and numbers below are counted by the program, up to { $date }. Entries that nobody agreed to publish are not among them.
withdrawn-title = Entry { $number } that was taken down
withdrawn-heading = This entry is no longer shown
withdrawn-text = Those who take part agreed to it being public until { $date }. That time is over, so it was taken down.
withdrawn-taken-back = Somebody who takes part took their consent back on { $date }, so it was taken down.
withdrawn-others = See the other entries
facet-years = An entry of several years counts in each.
moved-title = { $title } (new address)
moved-heading = This page has a new address
moved-text = You are taken there now. If not, follow this link:
former = Paragraphs that stood here before
former-moved = This paragraph is now in:{" "}

# Easy read
about-this = About this easy-read version
not-official = This is not the official text.
not-official-link = Read the official text
not-official-link-of-page = Read the full text
explains = This part is about these parts of the official text:
explains-of-page = This part is about these parts of the full text:
word-box = What the words mean
made-by = Written by: { $name }
read-by = Read and commented on by: { $name }
written-by-rules = Rules: { $rules }
status-not-tested = People with intellectual disabilities have not yet read and checked this easy-read version.
status-read = { $count ->
    [one] { $count } reader with an intellectual disability has
   *[other] { $count } readers with intellectual disabilities have
} read this easy-read version, the last on { $date }. At least { $fewest } must read it before it counts as tested.
status-tested = Tested on { $date } by { $readers }.
status-tested-from = Tested from { $first } to { $date } by { $readers }.
status-changed = People with intellectual disabilities last read this easy-read version on { $date }. Changed since then: { $changed }. It has not been tested again.
changed-words = the words
changed-pictures = the pictures
changed-words-or-pictures = the words or the pictures
changed-links = where the links lead
changed-official-text = the official text
changed-official-text-of-page = the full text
changed-parts = which parts it is about
changed-event = what is said of the event
status-section-new = Nobody has compared this part with the official text that it is now about. The easy-read version was last checked on { $date }.
status-section-new-of-page = Nobody has compared this part with the full text that it is now about. The easy-read version was last checked on { $date }.
status-section-less = This part was about more of the official text when the easy-read version was last checked, on { $date }.
status-section-less-of-page = This part was about more of the full text when the easy-read version was last checked, on { $date }.
status-section-changed = The official text of this part was changed. This part was last checked on { $date }.
status-section-changed-of-page = The full text of this part was changed. This part was last checked on { $date }.
readers-with-intellectual-disability = { $count ->
    [one] { $count } reader with an intellectual disability
   *[other] { $count } readers with intellectual disabilities
}
words-explained = Word list
glossary-intro = Here are the words that the easy-read versions use.
glossary-forms = In official texts: { $forms }
picture-credit = Pictures: { $authors } ({ $licences })

not-understood = Is anything here hard to understand?
not-understood-link = Please tell us

# Pictures
pictures = Pictures and what they mean
pictures-intro = These are the pictures that easy-read versions can use, and what each of them means.
picture-words = Stands beside these words: { $words }

# Rules
rules = Rules
rules-link = The rules
rules-intro = The rules by which the texts and pages of this site are checked: why each stands, where it comes from, a bad and a good example.
rules-of = Rules: { $title }
rules-count = { $count ->
    [one] { $count } rule
   *[other] { $count } rules
}
rules-marks = In the bad examples the rule finds what stands between ⟦ and ⟧.
rule-bad = Bad
rule-good = Good
rule-weight = Weight
rule-looks-at = Looks at
rule-criterion = WCAG 2.2
rule-source = Source

# Accessibility statement
accessibility = Accessibility statement
accessibility-about = How this site is made for everyone, what was checked, and what is known not to work.
accessibility-plainly = In short
accessibility-easy-aim = We want everyone to be able to use this site.
accessibility-easy-program = A computer program checked every page.
accessibility-easy-limits = A program cannot find every problem.
accessibility-easy-assessed = People checked this site.
accessibility-easy-not-assessed = No person has checked the whole site yet.
accessibility-easy-debt = Some things do not work well yet. We know them and will mend them.
accessibility-easy-contact = You can tell us if something is hard to use.
accessibility-aim = What we aim for
accessibility-commitment = This site is published by { $publisher }, who want everyone to be able to use it, including people with disabilities.
accessibility-commitment-anonymous = Those who publish this site want everyone to be able to use it, including people with disabilities.
accessibility-standard = The aim is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.
accessibility-status = Where the site stands
accessibility-not-assessed = Nobody has assessed the whole site against this standard yet. The checks of a program are no assessment, so we do not say that the site conforms.
accessibility-method-self = The publishers assessed the site themselves: { $name }, { $date }.
accessibility-method-third-party = A third party assessed the site: { $name }, { $date }.
accessibility-status-full = Result: the site fully conforms to WCAG 2.2, level AA.
accessibility-status-partial = Result: the site partly conforms to WCAG 2.2, level AA; what does not conform is named below.
accessibility-status-none = Result: the site does not conform to WCAG 2.2, level AA.
accessibility-with = It was assessed with: { $name }
accessibility-limitations = Known problems
accessibility-reason-non-compliance = Reason: it does not meet the standard yet.
accessibility-reason-burden = Reason: a disproportionate burden.
accessibility-reason-out-of-scope = Reason: the law does not ask for it.
accessibility-official-texts = { $count ->
    [one] One official text has
   *[other] { $count } official texts have
} long and hard sentences. Official texts cannot be reworded, so there are summaries and easy-read versions beside them.
accessibility-not-tested = { $count ->
    [one] One easy-read version has
   *[other] { $count } easy-read versions have
} not been read and checked by at least { $fewest } people with intellectual disabilities, or the words, the pictures or the official text were changed afterwards.
accessibility-without-easy-read = { $count ->
    [one] One document has
   *[other] { $count } documents have
} no easy-read version yet.
accessibility-not-covered = { $count ->
    [one] One paragraph of the official texts is
   *[other] { $count } paragraphs of the official texts are
} neither explained in an easy-read version nor left out for a written reason.
accessibility-debt = { $count ->
    [one] One place does not meet
   *[other] { $count } places do not meet
} requirement { $criterion } of WCAG 2.2 yet. { $count ->
    [one] It is
   *[other] They are
} to be mended by { $date }.
accessibility-debt-of-rules = { $count ->
    [one] One more place breaks
   *[other] { $count } more places break
} the rules by which this site is checked. { $count ->
    [one] It is
   *[other] They are
} to be mended by { $date }.
accessibility-unknown = There may be problems that we do not know of.
accessibility-measures = What we do
accessibility-measure-build = Before anything is published, a program checks all texts and pages. One error, and nothing is published.
accessibility-measure-build-debt = Before anything is published, a program checks all texts and pages. One new error, and nothing is published. Earlier errors that are not mended yet are counted under “Known problems”.
accessibility-measure-coverage = A program compares which paragraphs of the official text the easy-read version explains, and reports those it does not.
accessibility-criteria = What the program can check
accessibility-criteria-mean = The numbers are those of the requirements of WCAG 2.2. The program reads the code of pages: it sees neither colours nor layout, and understands neither words nor pictures nor sound.
accessibility-criteria-checked = The program can check: { $criteria }.
accessibility-criteria-partly = The program can check a part, and people must look at the rest: { $criteria }.
accessibility-criteria-not-here = The program cannot check, and people must look at: { $criteria }.
accessibility-results = What was checked
accessibility-extent = { $texts ->
    [one] One text
   *[other] { $texts } texts
} and { $pages ->
    [one] one page
   *[other] { $pages } pages
} were checked. The results of this page are not among them.
accessibility-results-mean = “Passed” says that the program found no problem. Some rules can only point at places for a person to judge, so they never say “passed”.
accessibility-outcomes = How many rules and checks had which result
accessibility-outcome = Result
accessibility-rules-pages = Rules for pages
accessibility-rules-texts = Rules for texts
accessibility-rules-people = Checks by people
outcome-passed = Passed
outcome-failed = Failed
outcome-canttell = For a person to judge
outcome-inapplicable = Nothing to check
outcome-untested = Not checked
accessibility-found = What was found
accessibility-rule = Rule
accessibility-places = Places
accessibility-allowed = Allowed with a written reason
accessibility-report = The results for programs (EARL 1.0, JSON-LD)
accessibility-coverage = How much the easy-read versions explain
accessibility-coverage-mean = Every paragraph of an official text that asks for something is explained in the easy-read version, or left out for a written reason.
accessibility-coverage-table = Paragraphs of each document
accessibility-paragraphs = To be explained
accessibility-covered = Explained
accessibility-left-out = Left out with a reason
accessibility-missing = Missing
accessibility-total = All
accessibility-others = { $count ->
    [one] One more document is
   *[other] { $count } more documents are
} counted in the sums; the numbers of each are on its own page.
accessibility-reach = How to reach us
accessibility-contact = If something is hard to use, or if you need another format, tell us:
accessibility-no-contact = This site does not say how to reach those who publish it.
accessibility-newest = Date of the newest text of this site

# Books
downloads = Downloads
download-book = Book: { $title } (EPUB, { $size })
size-kilobytes = { $number } KB
size-megabytes = { $number } MB
cover = Cover
landmarks = Landmarks
pages = Pages
page-number = Page { $number }
collection = All documents
list-of-paragraphs = Paragraphs
part-of-text = { $title }, part { $number }
unofficial-book-of = This is an e-book version, not the official document. The wording of the official document { $symbol } is authoritative.
unofficial-book = This is an e-book version, not an official document.
book-is-official = This book holds an official text and a summary of it.
book-is-official-of-page = This book holds a text and a summary of it.
book-is-easy-read = This book is the easy-read version of an official text.
book-is-easy-read-of-page = This book is the easy-read version of a text.
book-is-entries = This book holds all entries of the collection: the summary, the easy-read version where there is one, and the full text of each.
book-is-collection = This book holds all documents: the summary, the easy-read version where there is one, and the official text of each.
book-adjustable = Size, font, spacing and colours can be changed.
book-without-seeing = It can be read without seeing: a screen reader can speak all of it, and a braille display can show it.
book-navigable = The contents and the headings lead to every part.
book-pages = The page numbers of the printed document lead to its pages.
book-still = Nothing in it flashes or moves.
book-certified = It was checked against the EPUB accessibility standard; the book names who did it.
book-not-certified = Nobody has yet checked this book against the EPUB accessibility standard.

# Plain text
download-docx = Word: { $title } (DOCX, { $size })
docx-statement = For editing and answering in a word processor. Headings, lists, tables and notes are marked as such, and every picture has a description or is marked as decoration.
docx-statement-drawings = For editing and answering in a word processor. Headings, lists, tables and notes are marked as such, and every picture has a description or is marked as decoration. Older programs do not show some of the drawings.
docx-unofficial-of = This is a Word version, not the official document. The wording of the official document { $symbol } is authoritative.
docx-unofficial = This is a Word version, not an official document.
download-akn = For programs: { $title } (AKN, { $size })
akn-statement = For programs of parliaments, archives and libraries. Paragraphs, articles, notes and links are marked as such in Akoma Ntoso 3.0 (AKN).
akn-unofficial-of = This is a version for programs, not the official document. The wording of the official document { $symbol } is authoritative.
akn-unofficial = This is a version for programs, not an official document.
download-text = Plain text: { $title } (TXT, { $size })
text-statement = Words alone, for e-mail, messengers and braille displays. Pictures are given by their descriptions.
text-statement-silent-pictures = Words alone, for e-mail, messengers and braille displays. Pictures that show what the words beside them say are left out.
text-unofficial-of = This is a plain-text version, not the official document. The wording of the official document { $symbol } is authoritative.
text-unofficial = This is a plain-text version, not an official document.
text-picture = [Picture: { $words }]
text-deleted = [Struck out: { $words }]
text-page = This text on the web: { $url }

# Ways of writing
easy-read-title = { $title } (easy read)
list-separator = {", "}
sentence-separator = {" "}
colon = {": "}
long-date = { $day } { $month } { $year }
days = { $first } to { $last }
since = from { $date }
month-of-year = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# The review desk, in the preview only
desk = Review desk
desk-to = To the review desk
desk-only = This page is in the preview only; the published site does not have it.
desk-clean = Nothing found
desk-count = { $count ->
    [one] 1 finding
   *[other] { $count } findings
}
desk-count-errors = { $count ->
    [one] 1 finding, an error
   *[other] { $count } findings, { $errors } of them { $errors ->
        [one] an error
       *[other] errors
    }
}
desk-error = Error
desk-warning = Warning
desk-note = Note
desk-own = Findings on this page
desk-elsewhere = Findings in other files
desk-place = line { $line }, column { $column }
desk-rule = Rule
desk-coverage = How much the easy-read version explains
desk-coverage-short = Easy-read: { $covered } of { $required }
desk-coverage-words = { $required } parts of the official text need explaining: { $covered } explained, { $left } left out with a reason, { $missing } not yet explained.
desk-beside = Official text and easy-read side by side
desk-beside-of-page = Full text and easy-read side by side
desk-book = The book of this page (EPUB)
desk-docx = The Word file of this page (DOCX)
desk-akn = The file of this page for programs (AKN)
desk-text = The plain text of this page (TXT)
desk-all = Findings of the whole site
desk-behind = This file has an error now, so this is what it said before. The page updates by itself when the file is mended.
desk-draft = This is a draft. The published site does not have this page.
desk-withheld = Not everybody who must has agreed to this. The published site does not have this page: only this computer shows it.
desk-updated = The page was updated.
desk-lost = The preview has stopped. Run curbcut serve again in the terminal.
desk-range = { $first } to { $last }
desk-no-page = This page cannot be made now.
desk-no-site = The settings in book.toml cannot be read now, so there are no pages yet. This page updates by itself when they are mended.
desk-back = Back to the page
desk-not-explained = The easy-read version does not explain this.
desk-need-not = This need not be explained.
desk-left-out = The easy-read version leaves this out. Reason: { $reason }
desk-explains-nothing = This section explains no part of the official text.
desk-all-clean = Nothing found in the texts of the whole site. Each page is checked when it is opened, and all of them when the site is built.
desk-pages-open = Open the page

# Follow-up: who must do what
follow-up = Follow-up: who must do what
follow-up-about = What resolutions ask of whom, by when, and how it stands.
follow-up-plain-1 = { $bodies ->
    [united-nations] Resolutions ask countries and parts of the United Nations to do things.
   *[other] Resolutions ask people and offices to do things.
}
follow-up-plain-2 = This page lists who is asked, what to do, and by when it must be done.
follow-up-plain-3 = We write “done” only when a document shows it. If we found no document, it may still be done.
follow-up-plain-easy-read = Some of these things are explained in easy words. Follow the links to the easy-read version.
follow-up-counts = { $tasks ->
    [0] Nobody is asked to do anything.
    [one] There is 1 thing to do.
   *[other] There are { $tasks } things to do.
}{ $tasks ->
    [0] {""}
   *[other] {" "}{ $dated ->
        [0] No deadline was found; see the text.
        [one] 1 has a deadline.
       *[other] { $dated } have a deadline.
    }{ $overdue ->
        [0] {""}
        [one] {" "}For 1 of them the time is over and we have found no record that it is done.
       *[other] {" "}For { $overdue } of them the time is over and we have found no record that they are done.
    }
}
follow-up-unchecked = Nobody has checked { $tables ->
    [one] this table
   *[other] these tables
} yet. There may be mistakes, and some things may be missing. The text of the resolution counts.
follow-up-partly-checked = Where it says “checked”, somebody has checked it. Nobody has checked the rest yet: there may be mistakes, and some things may be missing. The text of the resolution counts.
follow-up-checked = Somebody has checked everything in { $tables ->
    [one] this table
   *[other] these tables
}. Some things may still be missing. The text of the resolution counts.
follow-up-table = Follow-up
follow-up-table-of = { $title }: follow-up
follow-up-table-deadlines = Deadlines
follow-up-caption = { $tasks ->
    [one] 1 thing to do
   *[other] { $tasks } things to do
}{ $dated ->
    [0] {""}
   *[other] , { $dated } with a deadline
}
follow-up-caption-deadlines = { $tasks ->
    [one] 1 thing to do
   *[other] { $tasks } things to do, the earliest deadline first
}
follow-up-with-deadline = With a deadline
follow-up-without-deadline = No deadline found
follow-up-paragraph = Paragraph
follow-up-who = Who
follow-up-what = What
follow-up-due = By when
follow-up-status = How it stands
follow-up-who-decides = the body of this resolution: { $body }
follow-up-who-unknown = the program did not recognise who; see the text
follow-up-who-nobody = the text does not say who
follow-up-verb = { $verb }:
follow-up-verb-plain = { $verb } (this means: { $plain }):
follow-up-to = To: { $to }
follow-up-no-deadline = no deadline is given
follow-up-deadline-not-found = the program found no deadline; see the text
follow-up-due-both = { $one }, { $other }
follow-up-session = session { $number } of { $body ->
    [none] the body
   *[other] the { $body }
}
follow-up-before = before { $what }
follow-up-at = at { $what }
follow-up-by-day = by { $what }
follow-up-from = From { $what } on
follow-up-from-day = From { $what } on
follow-up-last-day = last day: { $date }
follow-up-days = { $start } to { $end }
follow-up-over-by = this session was over before { $date }
follow-up-days-unknown = we do not know on which days this session is
follow-up-open = We have found no record that it is done.
follow-up-overdue = The time for it is over. We have found no record that it is done.
follow-up-done = Done.
follow-up-document = Document: { $symbol }
follow-up-document-unnamed = See the document
follow-up-looked-up = found by { $by } on { $date }
follow-up-confirmed = checked by { $by } on { $date }
follow-up-added = The program did not find this. People added it.
follow-up-no-task = Somebody looked: nobody is asked to do anything here.
follow-up-calendar = Calendar of the deadlines (iCalendar)
follow-up-event = { $who ->
    [none] { $what } ({ $place })
   *[other] { $who }: { $what } ({ $place })
}
follow-up-all = The follow-up of all resolutions

# Events
event = Can I come, and how?
event-over = This event is over.
event-cancelled = This event is cancelled.
event-cancelled-short = Cancelled
event-postponed = This event is postponed. There is no new date yet. Below is the old one.
event-postponed-short = Postponed
event-moved-online = This event now takes place online.
event-moved-online-short = Now online
event-named-with-status = { $status }: { $title }
event-unknown = Not known yet
event-yes = Yes
event-no = No
event-when = When
event-where = Where
event-online = Online
event-for-whom = Who it is for
event-register = Registration
event-contact = Questions
event-follows = Asked for by
event-series = Part of
event-report = What came of it
event-only-online = Online only
event-only-on-site = You cannot take part online
event-online-over = The event is over; nobody can join it online any more
event-online-link = Go to the meeting online
event-map = See a map
event-register-link = Register here
event-register-no = You need not register
event-register-over = Registration is closed
event-register-until = By { $date }
event-calendar = Add to my calendar (iCalendar)
event-day = { $weekday }, { $day }
event-day-time = { $day }, { $time }
event-from-to = { $start } to { $end }
event-zone = { $zone ->
    [none] UTC{ $offset }
   *[other] { $zone } time (UTC{ $offset })
}
event-zone-changes = { $zone ->
    [none] UTC{ $offset } at the beginning, UTC{ $end } at the end
   *[other] { $zone } time (UTC{ $offset } at the beginning, UTC{ $end } at the end)
}
event-programme = Programme
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
access = What there is for you
access-sign-languages = Sign language interpretation
access-captions = Live captions
access-easy-read = Easy-read materials
access-wheelchair = Wheelchair access
access-hearing-loop = Hearing loop
access-quiet-room = Quiet room
access-assistance = Personal assistance
access-companions = Seats for companions
access-transport = Transport
access-food = Food and drink
access-cost = Cost
access-if-missing = If something is missing
events-coming = Coming events
events-over = Past events
events-reported = This text came of an event
events-in-series = Events of this series
events-asked-for = Events that this text asked for

# Recordings
recordings = Recordings
recording-number = Recording { $number }
recording-signed = { $title } ({ $language })
recording-elsewhere = Watch or listen on another website: { $title }
recording-sound = Listen to the sound alone: { $title }
recording-signed-elsewhere = Watch on another website: { $title } ({ $language })
recording-on-page = Watch or listen on the page of this event: { $title }
recording-signed-on-page = Watch on the page of this event: { $title } ({ $language })
recording-spoken = Spoken language
recording-captions = Captions
recording-descriptions = Descriptions of what is to be seen
recording-sign-languages = Sign language versions
recording-chapters = Chapters: { $title }
transcript = Transcript: { $title }
transcript-from-captions = The computer made this transcript from the captions.
transcript-by-people = People wrote this transcript.
transcript-times = Choose a time to play from there.
transcript-describes = To be seen

# Who can help whom in a collection
match = Who can help whom
match-of = { $title }: who can help whom
match-about = Who needs help, who can help, and why it fits.
match-plain-1 = Some people need help. Others can help.
match-plain-2 = This page says who can help whom, and why it fits.
match-plain-3 = To get in touch, write to the contact.
match-computed = A program found these; no person has looked at them. Two fit if they name the same need, have a language in common, and have time on the same days. What somebody did not write is not known, and rules nothing out.
match-requests = Who needs help
match-offers = Who can help
match-no-requests = Nobody asks for help now.
match-no-offers = Nobody offers help now.
match-of-entry = Help needed and help offered
match-request = Help needed
match-offer = Help offered
match-languages = Languages
match-region = Region
match-period = Time
match-not-said = Not written
match-contact = Contact
match-found-offers = { $count ->
    [one] { $count } offer fits:
   *[other] { $count } offers fit:
}
match-found-requests = { $count ->
    [one] { $count } request fits:
   *[other] { $count } requests fit:
}
match-none = Nothing fits yet. When something does, it will be listed here.
match-over = Its time is over. We no longer look for what fits.
match-more = { $count ->
    [one] { $count } more fits. Only the best are listed here.
   *[other] { $count } more fit. Only the best are listed here.
}
match-over-count = { $count ->
    [one] { $count } more is over, and no longer listed.
   *[other] { $count } more are over, and no longer listed.
}
match-why = Why it fits
match-differs = What differs or is not known
match-same-need = Both name “{ $need }”.
match-same-need-unnamed = Both name the same need.
match-same-languages = Both use { $languages }.
match-same-period = The time fits: { $period }.
match-same-region = Both are in one place: { $region }.
match-region-within = { $inner } is a part of { $outer }.
match-other-region = The regions differ. Help is needed in { $request }, and offered in { $offer }.
match-offer-no-languages = The offer does not say which languages it is in.
match-request-no-languages = The request does not say which languages it is in.
match-no-languages = Neither says which languages it is in.
match-offer-no-period = The offer does not say when.
match-request-no-period = The request does not say when.
match-no-period = Neither says when.
match-offer-no-region = The offer does not say where.
match-request-no-region = The request does not say where.
match-no-region = Neither says where.

# Names of languages, from CLDR (Unicode License v3) as Babel 2.19.0 has it
language-called = { $tag ->
    [aa] Afar
    [ab] Abkhazian
    [ace] Acehnese
    [ada] Adangme
    [ae] Avestan
    [af] Afrikaans
    [ak] Akan
    [am] Amharic
    [an] Aragonese
    [ar] Arabic
    [arn] Mapuche
    [as] Assamese
    [av] Avaric
    [awa] Awadhi
    [ay] Aymara
    [az] Azerbaijani
    [ba] Bashkir
    [ban] Balinese
    [be] Belarusian
    [bem] Bemba
    [bez] Bena
    [bg] Bulgarian
    [bho] Bhojpuri
    [bi] Bislama
    [bm] Bambara
    [bn] Bangla
    [bo] Tibetan
    [br] Breton
    [brx] Bodo
    [bs] Bosnian
    [bug] Buginese
    [ca] Catalan
    [ce] Chechen
    [ceb] Cebuano
    [cgg] Chiga
    [ch] Chamorro
    [chk] Chuukese
    [chr] Cherokee
    [ckb] Central Kurdish
    [co] Corsican
    [cr] Cree
    [crs] Seselwa Creole French
    [cs] Czech
    [cu] Church Slavic
    [cv] Chuvash
    [cy] Welsh
    [da] Danish
    [de] German
    [din] Dinka
    [dje] Zarma
    [doi] Dogri
    [dsb] Lower Sorbian
    [dv] Divehi
    [dz] Dzongkha
    [ee] Ewe
    [el] Greek
    [en] English
    [eo] Esperanto
    [es] Spanish
    [et] Estonian
    [eu] Basque
    [fa] Persian
    [ff] Fula
    [fi] Finnish
    [fil] Filipino
    [fj] Fijian
    [fo] Faroese
    [fon] Fon
    [fr] French
    [fur] Friulian
    [fy] Western Frisian
    [ga] Irish
    [gaa] Ga
    [gan] Gan Chinese
    [gd] Scottish Gaelic
    [gez] Geez
    [gil] Gilbertese
    [gl] Galician
    [gn] Guarani
    [gsw] Swiss German
    [gu] Gujarati
    [guz] Gusii
    [gv] Manx
    [ha] Hausa
    [hak] Hakka Chinese
    [haw] Hawaiian
    [he] Hebrew
    [hi] Hindi
    [hil] Hiligaynon
    [hmn] Hmong
    [ho] Hiri Motu
    [hr] Croatian
    [hsb] Upper Sorbian
    [ht] Haitian Creole
    [hu] Hungarian
    [hy] Armenian
    [hz] Herero
    [ia] Interlingua
    [id] Indonesian
    [ie] Interlingue
    [ig] Igbo
    [ii] Sichuan Yi
    [ik] Inupiaq
    [ilo] Iloko
    [io] Ido
    [is] Icelandic
    [it] Italian
    [iu] Inuktitut
    [ja] Japanese
    [jv] Javanese
    [ka] Georgian
    [kab] Kabyle
    [kac] Kachin
    [kam] Kamba
    [kcg] Tyap
    [kea] Kabuverdianu
    [kg] Kongo
    [kha] Khasi
    [ki] Kikuyu
    [kj] Kuanyama
    [kk] Kazakh
    [kl] Kalaallisut
    [kln] Kalenjin
    [km] Khmer
    [kn] Kannada
    [ko] Korean
    [kok] Konkani
    [kos] Kosraean
    [kr] Kanuri
    [ks] Kashmiri
    [ku] Kurdish
    [kv] Komi
    [kw] Cornish
    [ky] Kyrgyz
    [la] Latin
    [lb] Luxembourgish
    [lg] Ganda
    [li] Limburgish
    [lij] Ligurian
    [lkt] Lakota
    [ln] Lingala
    [lo] Lao
    [lt] Lithuanian
    [lu] Luba-Katanga
    [lua] Luba-Lulua
    [lun] Lunda
    [luo] Luo
    [lus] Mizo
    [luy] Luyia
    [lv] Latvian
    [mai] Maithili
    [mak] Makasar
    [mas] Masai
    [men] Mende
    [mer] Meru
    [mfe] Morisyen
    [mg] Malagasy
    [mgh] Makhuwa-Meetto
    [mh] Marshallese
    [mi] Māori
    [min] Minangkabau
    [mk] Macedonian
    [ml] Malayalam
    [mn] Mongolian
    [mni] Manipuri
    [moh] Mohawk
    [mos] Mossi
    [mr] Marathi
    [ms] Malay
    [mt] Maltese
    [my] Burmese
    [na] Nauru
    [nan] Min Nan Chinese
    [nap] Neapolitan
    [naq] Nama
    [nb] Norwegian Bokmål
    [nd] North Ndebele
    [nds] Low German
    [ne] Nepali
    [ng] Ndonga
    [niu] Niuean
    [nl] Dutch
    [nmg] Kwasio
    [nn] Norwegian Nynorsk
    [no] Norwegian
    [nr] South Ndebele
    [nus] Nuer
    [nv] Navajo
    [ny] Nyanja
    [nyn] Nyankole
    [oc] Occitan
    [oj] Ojibwa
    [om] Oromo
    [or] Odia
    [os] Ossetic
    [pa] Punjabi
    [pam] Pampanga
    [pap] Papiamento
    [pau] Palauan
    [pi] Pali
    [pis] Pijin
    [pl] Polish
    [pon] Pohnpeian
    [ps] Pashto
    [pt] Portuguese
    [qu] Quechua
    [quc] Kʼicheʼ
    [rar] Rarotongan
    [rhg] Rohingya
    [rm] Romansh
    [rn] Rundi
    [ro] Romanian
    [rof] Rombo
    [ru] Russian
    [rw] Kinyarwanda
    [sa] Sanskrit
    [sas] Sasak
    [sat] Santali
    [sc] Sardinian
    [scn] Sicilian
    [sd] Sindhi
    [se] Northern Sami
    [seh] Sena
    [ses] Koyraboro Senni
    [sg] Sango
    [sh] Serbo-Croatian
    [shi] Tachelhit
    [shn] Shan
    [si] Sinhala
    [sid] Sidamo
    [sk] Slovak
    [sl] Slovenian
    [sm] Samoan
    [sn] Shona
    [so] Somali
    [sq] Albanian
    [sr] Serbian
    [srn] Sranan Tongo
    [ss] Swati
    [st] Southern Sotho
    [su] Sundanese
    [sus] Susu
    [sv] Swedish
    [sw] Swahili
    [szl] Silesian
    [ta] Tamil
    [te] Telugu
    [tem] Timne
    [teo] Teso
    [tet] Tetum
    [tg] Tajik
    [th] Thai
    [ti] Tigrinya
    [tig] Tigre
    [tk] Turkmen
    [tkl] Tokelauan
    [tl] Tagalog
    [tn] Tswana
    [to] Tongan
    [tpi] Tok Pisin
    [tr] Turkish
    [ts] Tsonga
    [tt] Tatar
    [tvl] Tuvalu
    [tw] Twi
    [ty] Tahitian
    [tzm] Central Atlas Tamazight
    [ug] Uyghur
    [uk] Ukrainian
    [ur] Urdu
    [uz] Uzbek
    [vai] Vai
    [ve] Venda
    [vi] Vietnamese
    [vo] Volapük
    [vun] Vunjo
    [wa] Walloon
    [wal] Wolaytta
    [war] Waray
    [wo] Wolof
    [wuu] Wu Chinese
    [xh] Xhosa
    [xog] Soga
    [yap] Yapese
    [yi] Yiddish
    [yo] Yoruba
    [yue] Cantonese
    [za] Zhuang
    [zgh] Standard Moroccan Tamazight
    [zh] Chinese
    [zh-Hans] Simplified Chinese
    [zh-Hant] Traditional Chinese
    [zu] Zulu
   *[other] { $tag }
}
