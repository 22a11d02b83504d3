import Fields

extension Schema {
  /// Of every type of page.
  static let allPageKeys = Set(Page.Kind.allCases.flatMap(\.type.schema.keys))

  /// Of the first level of any file.
  static let allKeys = allPageKeys.union(ProjectFields.singleSchema.keys).union(
    ProjectFields.several.schema.keys)
}
