# What a screen reader says: the words of curbcut audit --heard and curbcut build --heard. The name of each line is the same in all languages.

# At the head
calculated = This is calculated and no recording of a screen reader: what one would say of the page, and in which order, follows from the markup by the standards of accessibility. Screen readers differ in wording and pauses.
layout = A line is heard at once. Between [ ] stand links, pictures and the like within a sentence. Indented lines stand in the part that the line above them names.
page-path = Page: { $path }
page-language = Language of the page: { $language }
no-language = The page does not say its language.
page-title = Title of the page: { $title }
no-title = The page has no title.

# How it is put together
said = { $what }: { $words }
before = { $what }:{" "}
and = { $one }, { $other }
within = [{ $words }]
value = {" "}(holds: { $words })
description = {" "}(description: { $words })
language = in { $language }
blank = (blank)
nameless = (no name)
name-reset = Reset
name-submit = Submit

# What it is
role-alert = alert
role-alertdialog = alert dialog
role-application = application
role-article = article
role-audio = audio
role-banner = banner
role-blockquote = quotation
role-button = button
role-caption = caption
role-cell = cell
role-checkbox = check box
role-columnheader = column header
role-combobox = combo box
role-comment = comment
role-complementary = complementary
role-contentinfo = page footer
role-definition = definition
role-deletion = deleted
role-dialog = dialog
role-directory = directory, { $count ->
    [one] { $count } item
   *[other] { $count } items
}
role-dl = list of terms, { $count ->
    [one] { $count } term
   *[other] { $count } terms
}
role-doc-abstract = abstract
role-doc-acknowledgments = acknowledgments
role-doc-afterword = afterword
role-doc-appendix = appendix
role-doc-backlink = link back
role-doc-biblioentry = reference
role-doc-bibliography = bibliography
role-doc-biblioref = link to a reference
role-doc-chapter = chapter
role-doc-colophon = colophon
role-doc-conclusion = conclusion
role-doc-cover = cover
role-doc-credit = credit
role-doc-credits = credits
role-doc-dedication = dedication
role-doc-endnote = endnote
role-doc-endnotes = endnotes
role-doc-epigraph = epigraph
role-doc-epilogue = epilogue
role-doc-errata = errata
role-doc-example = example
role-doc-footnote = footnote
role-doc-foreword = foreword
role-doc-glossary = glossary
role-doc-glossref = link to a word
role-doc-index = index
role-doc-introduction = introduction
role-doc-noteref = link to a note
role-doc-notice = notice
role-doc-pagebreak = page break
role-doc-pagefooter = page footer
role-doc-pageheader = page header
role-doc-pagelist = list of pages
role-doc-part = part
role-doc-preface = preface
role-doc-prologue = prologue
role-doc-pullquote = pull quote
role-doc-qna = questions and answers
role-doc-subtitle = subtitle
role-doc-tip = tip
role-doc-toc = table of contents
role-document = document
role-embed = embedded object
role-feed = feed
role-field = edit
role-figcaption = caption
role-figure = figure
role-form = form
role-graphics-document = graphic
role-graphics-object = part of a graphic
role-graphics-symbol = graphic symbol
role-grid = grid, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}
role-gridcell = cell
role-group = group
role-heading = heading level { $level }
role-iframe = frame
role-image = picture
role-img = picture
role-insertion = inserted
role-legend = group name
role-link = link
role-list = list, { $count ->
    [one] { $count } item
   *[other] { $count } items
}
role-listbox = list box, { $count ->
    [one] { $count } item
   *[other] { $count } items
}
role-log = log
role-main = main
role-mark = highlighted
role-marquee = marquee
role-math = math
role-menu = menu, { $count ->
    [one] { $count } item
   *[other] { $count } items
}
role-menubar = menu bar, { $count ->
    [one] { $count } item
   *[other] { $count } items
}
role-menuitem = menu item
role-menuitemcheckbox = check menu item
role-menuitemradio = radio menu item
role-meter = meter
role-navigation = navigation
role-note = note
role-object = embedded object
role-option = option
role-progressbar = progress
role-radio = radio button
role-radiogroup = radio group, { $count ->
    [one] { $count } item
   *[other] { $count } items
}
role-region = region
role-row = row { $position }
role-rowheader = row header
role-scrollbar = scroll bar
role-search = search
role-searchbox = search edit
role-sectionfooter = section footer
role-sectionheader = section header
role-separator = separator
role-slider = slider
role-spinbutton = number edit
role-status = status
role-suggestion = suggestion
role-summary = disclosure button
role-switch = switch
role-tab = tab
role-table = table, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}
role-tablist = tab list, { $count ->
    [one] { $count } tab
   *[other] { $count } tabs
}
role-tabpanel = tab panel
role-term = term
role-textbox = edit
role-timer = timer
role-toolbar = tool bar
role-tooltip = tool tip
role-tree = tree, { $count ->
    [one] { $count } item
   *[other] { $count } items
}
role-treegrid = tree grid, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}
role-treeitem = tree item
role-video = video

# How it is now
state-busy = busy
state-checked = checked
state-collapsed = collapsed
state-current = current
state-current-date = current date
state-current-location = current location
state-current-page = current page
state-current-step = current step
state-current-time = current time
state-disabled = unavailable
state-expanded = expanded
state-invalid = invalid
state-linked-details = has details
state-multiple = several may be chosen
state-not-checked = not checked
state-not-pressed = not pressed
state-opens = opens a menu
state-opens-dialog = opens a dialog
state-opens-list = opens a list
state-partly-checked = partly checked
state-partly-pressed = partly pressed
state-pressed = pressed
state-read-only = read only
state-required = required
state-selected = selected
