using EkDwar.Catalogue;

namespace EkDwar.Applying;

/// <summary>What the fields for giving one paper need: for a missing one, or in answer to a query.</summary>
public interface IPaperFields
{
    Question Question { get; }
    string Kind { get; }
    bool IsPageHeading { get; }
}
