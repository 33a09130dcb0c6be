namespace EkDwar.Design;

/// <summary>The order in which a request's problems were found, which is the order of the page: the model state sorts its own by name.</summary>
static class ProblemOrder
{
    static readonly object Key = new();

    public static void Note(HttpContext context, string field)
    {
        var found = Of(context);
        if (!found.Contains(field)) found.Add(field);
    }

    /// <summary>The place of a field in that order; unnoted ones come last.</summary>
    public static int PlaceOf(HttpContext context, string field)
    {
        var place = Of(context).IndexOf(field);
        return place < 0 ? int.MaxValue : place;
    }

    static List<string> Of(HttpContext context)
    {
        if (context.Items[Key] is List<string> found) return found;
        found = [];
        context.Items[Key] = found;
        return found;
    }
}
