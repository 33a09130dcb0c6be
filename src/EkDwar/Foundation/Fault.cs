using System.Data.Common;

namespace EkDwar.Foundation;

/// <summary>
/// An exception as a log may have it: of what kind, from what kind, and where. Not its words: a gateway's or a parser's quote
/// what somebody typed, and a log is read by people who have no case on their desk. Those of a database stay: they name
/// tables and columns, and values reach it as parameters alone.
/// </summary>
public static class Fault
{
    public static string Of(Exception e)
    {
        var (kinds, place) = (new List<string>(), "");
        for (var one = e; one is not null; one = one.InnerException)
        {
            kinds.Add(one.GetType().FullName + (one is DbException told ? $" ({told.Message})" : ""));
            // The innermost that was thrown is where it began.
            place = one.StackTrace ?? place;
        }
        return $"{string.Join(" from ", kinds)}{Environment.NewLine}{place}";
    }
}
