import Canvas
import Output

// Columns of records: their catalogue has title, alignment and text, a panel adds place and style.

extension PanelContext {
  /// Returns a column of a table with the brief header of a column of records, and its alignment unless another one is named.
  func column<Row>(
    _ column: RecordCatalogue<Row>.Column, width: Int, flex: Int = 0, alignment: TextWidth.Alignment? = nil,
    priority: Int = 5
  ) -> Table.Column {
    Table.Column(
      text(column.field.brief), width: width, flex: flex,
      alignment: alignment ?? (column.field.isNumeric ? .right : .left), priority: priority)
  }

  func title<Row>(_ column: RecordCatalogue<Row>.Column) -> String { text(column.field.name) }

  /// Returns a field of a record with the title of its column.
  func field<Row>(
    _ column: RecordCatalogue<Row>.Column, _ value: String, _ role: Role = .plain, remark: String = ""
  ) -> Section.Field {
    Section.Field(title(column), value, role, remark: remark)
  }

  /// Returns the text of a record; empty if its value is missing.
  func text<Row>(_ column: RecordCatalogue<Row>.Column, of row: Row) -> String {
    column.text(of: row, board, language)
  }
}
