import Diagnostics
import Files
import Markdown
import Vietnamese

/// A parsed page as bytes, all but its text; what only its type has is in `PageTypes/`. Whoever adds a field to `Page` adds it here twice, in the same order;
/// `StoredPagesTests` compares a page with what comes back.
extension RecordWriter {
  mutating func write(_ page: Page) {
    write(page.header)
    page.kind.type.details.write(page.details, &self)
    write(page.body)
    write(list: page.placeholders) { writer, placeholder in
      writer.write(placeholder.text)
      writer.write(placeholder.place)
    }
  }

  private mutating func write(_ header: Page.Header) {
    write(header.path)
    write(header.key.number)
    write(header.portal) { $0.write(Int32($1)) }
    write(header.kind.rawValue)
    write(header.title)
    write(header.shortTitle) { $0.write($1) }
    write(header.description)
    write(header.date)
    write(header.updated)
    write(header.slug) { $0.write($1) }
    write(header.weight) { $0.write(Int64($1)) }
    write(list: header.tags) { writer, tag in
      writer.write(tag.name)
      writer.write(tag.slug)
    }
    write(list: header.audiences) { $0.write(Int32($1)) }
    write(header.layout) { writer, layout in
      writer.write(layout.name)
      writer.write(layout.place)
    }
    write(header.state)
    write(header.isPublished)
    write(header.provenance) { $0.write($1) }
    write(list: header.aliases) { writer, alias in
      writer.write(alias.route)
      writer.write(alias.place)
    }
    write(header.image) { writer, image in
      writer.write(image.file.number)
      writer.write(image.alt)
    }
    write(list: header.attachments) { writer, attachment in
      writer.write(attachment.file.number)
      writer.write(attachment.title)
      writer.write(Int64(attachment.size))
      writer.write(attachment.date)
    }
    write(list: header.related) { writer, target in
      writer.write(target.key.number)
      writer.write(target.text)
      writer.write(target.place)
    }
    write(list: header.portals) { $0.write($1) }
    write(header.quickExit) { $0.write($1) }
    write(list: header.ignores) { writer, ignore in
      writer.write(ignore.rule)
      writer.write(ignore.place)
    }
  }

  private mutating func write(_ provenance: Page.Provenance) {
    write(provenance.owner) { $0.write($1) }
    write(provenance.author) { $0.write($1) }
    write(list: provenance.sources) { writer, source in
      writer.write(source.name)
      writer.write(source.url) { $0.write($1) }
      writer.write(source.date)
    }
    write(provenance.approvedBy) { $0.write($1) }
    write(provenance.approvedOn)
    write(provenance.reviewBy)
    write(provenance.expires)
  }

  private mutating func write(_ body: Document) {
    write(list: body.slots) { writer, slot in
      writer.write(slot.offset)
      writer.write(slot.use)
    }
    write(list: body.uses) { writer, use in
      writer.write(use.target)
      writer.write(use.written)
      writer.write(use.line)
    }
    write(list: body.headings) { writer, heading in
      writer.write(UInt8(heading.level))
      writer.write(heading.id)
      writer.write(heading.text)
    }
  }

  private mutating func write(_ target: Document.Use.Target) {
    switch target {
    case .page(let key, let fragment):
      write(UInt8(0))
      write(key.number)
      write(fragment) { $0.write($1) }
    case .file(let id, let isShown):
      write(UInt8(isShown ? 2 : 1))
      write(id.number)
    case .outside: write(UInt8(3))
    }
  }

  mutating func write(_ date: CalendarDate?) { write(date) { $0.write(Int32($1.daysSince1970)) } }

  private mutating func write(_ state: Page.State) {
    switch state {
    case .published: write(UInt8(0))
    case .draft: write(UInt8(1))
    case .future(let day):
      write(UInt8(2))
      write(Int32(day.daysSince1970))
    case .expired(let day):
      write(UInt8(3))
      write(Int32(day.daysSince1970))
    // No such page is stored: there is nothing of it.
    case .heldBack, .withdrawn: write(UInt8(4))
    }
  }

  private mutating func write(_ place: Place) {
    switch place {
    case .file: write(UInt8(0))
    case .bytes(let range):
      write(UInt8(1))
      write(Int64(range.lowerBound))
      write(Int64(range.upperBound))
    case .position(let line, let column, let length):
      write(UInt8(2))
      for number in [line, column, length] { write(Int32(number)) }
    case .text(let text, let line):
      write(UInt8(3))
      write(text)
      write(Int32(line))
    }
  }
}
