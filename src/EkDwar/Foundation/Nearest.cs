namespace EkDwar.Foundation;

/// <summary>Which known word somebody most likely meant: letters left out, added, changed or swapped, up to a third of the word.</summary>
static class Nearest
{
    const int LongestWord = 60;

    /// <summary>Null when no word is near.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestWord) return null;
        // Whoever checks a word asks how to mend it before knowing that it is wrong: mostly it is right.
        if (known.Contains(word)) return word;
        var (nearest, least) = ((string?)null, Math.Max(1, word.Length / 3) + 1);
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) >= least) continue;
            var steps = Steps(word, candidate);
            if (steps < least) (nearest, least) = (candidate, steps);
        }
        return nearest;
    }

    /// <summary>How to mend a word that is not known: by the nearest, or else by all there are.</summary>
    public static string Mend(string word, IReadOnlyCollection<string> known) =>
        To(word, known) is { } meant ? $"write '{meant}'" : known.Count == 0 ? "take it out" : $"write one of {string.Join(", ", known.Take(40))}";

    static int Steps(string a, string b)
    {
        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) steps[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) steps[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var least = Math.Min(Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1, steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, steps[i - 2, j - 2] + 1);
                steps[i, j] = least;
            }
        return steps[a.Length, b.Length];
    }
}
