using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;
using EkDwar.Places;

namespace EkDwar.Finding;

/// <summary>
/// The words by which the services of one state are found, as sounds (<see cref="SearchKey"/>), in memory and never changed:
/// a publication makes a new one. It ranks; whether a match is good enough to show is the use case's to say.
/// </summary>
public sealed class ServiceIndex
{
    // What a service is called says more than what is said about it.
    const double InName = 1, InSynonym = 0.95, InTopic = 0.6, InSummary = 0.4, InDepartment = 0.3;
    const double Begins = 0.85, IsBegunBy = 0.8, Misspelt = 0.9;
    const double LeastLikeness = 0.45;
    const int LeastToBegin = 3;

    /// <summary>Of the score, what is told by how much of the question was found; the rest by how much of a name was asked for.</summary>
    const double OfQuestion = 0.75;

    readonly IReadOnlyList<ServiceDefinition> services;
    readonly Dictionary<string, Dictionary<int, double>> where = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<string>> byPiece = new(StringComparer.Ordinal);
    readonly List<string[]>[] phrases;
    readonly string[] inOrder;

    public ServiceIndex(IReadOnlyList<ServiceDefinition> services, IReadOnlyList<Topic> topics)
    {
        this.services = services;
        phrases = [.. services.Select(_ => new List<string[]>())];
        for (var at = 0; at < services.Count; at++) Add(at, services[at], topics.Where(topic => services[at].Topics.Contains(topic.Code)));
        foreach (var sound in where.Keys)
            foreach (var piece in SearchKey.Trigrams(sound))
                (byPiece.TryGetValue(piece, out var sounds) ? sounds : byPiece[piece] = []).Add(sound);
        inOrder = [.. where.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Services in which some of the words were found, the likeliest first, each with its score from 0 to 1.</summary>
    public IReadOnlyList<(ServiceDefinition Service, double Score)> Find(string query)
    {
        var scores = new Dictionary<int, double>();
        var found = new Dictionary<string, double>(StringComparer.Ordinal); // a sound of the index → how like what was typed
        double asked = 0;
        foreach (var word in Words(query).Distinct())
        {
            var alike = Alike(word);
            var weight = alike.Count == 0 ? Weight(0) : alike.Max(like => like.Likeness * Weight(where[like.Sound].Count));
            asked += weight;
            var best = new Dictionary<int, double>();
            foreach (var (sound, likeness) in alike)
            {
                found[sound] = Math.Max(found.GetValueOrDefault(sound), likeness);
                foreach (var (service, field) in where[sound])
                    best[service] = Math.Max(best.GetValueOrDefault(service), likeness * field * Math.Min(weight, Weight(where[sound].Count)));
            }
            foreach (var (service, score) in best) scores[service] = scores.GetValueOrDefault(service) + score;
        }
        return [.. from match in scores
                   let score = OfQuestion * match.Value / asked + (1 - OfQuestion) * BestPhrase(match.Key, found)
                   orderby score descending, services[match.Key].Id
                   select (services[match.Key], score)];
    }

    void Add(int at, ServiceDefinition service, IEnumerable<Topic> topics)
    {
        foreach (var name in service.Names.Values.Concat(service.ShortNames.Values)) Called(at, name, InName);
        foreach (var synonym in service.Synonyms.Values.SelectMany(words => words)) Called(at, synonym, InSynonym);
        foreach (var words in topics.SelectMany(topic => topic.Names.Values.Concat(topic.Words.Values.SelectMany(words => words)))) Said(at, words, InTopic);
        foreach (var text in service.Summary.Values) Said(at, text, InSummary);
        foreach (var text in service.Department.Values) Said(at, text, InDepartment);
    }

    void Called(int at, string name, double weight)
    {
        Said(at, name, weight);
        phrases[at].Add(Words(name));
    }

    void Said(int at, string text, double weight)
    {
        foreach (var sound in Words(text))
        {
            if (!where.TryGetValue(sound, out var found)) where[sound] = found = [];
            found[at] = Math.Max(found.GetValueOrDefault(at), weight);
        }
    }

    /// <summary>The sounds of the index that may be meant by one that was typed: itself, what it begins, what begins it, what is spelt nearly so.</summary>
    List<(string Sound, double Likeness)> Alike(string word)
    {
        var alike = new Dictionary<string, double>(StringComparer.Ordinal);
        if (where.ContainsKey(word)) alike[word] = 1;
        if (word.Length >= LeastToBegin)
            foreach (var sound in BegunBy(word)) alike.TryAdd(sound, Begins);
        for (var length = LeastToBegin; length < word.Length; length++)
            if (where.ContainsKey(word[..length])) alike.TryAdd(word[..length], IsBegunBy * length / word.Length);
        foreach (var (sound, likeness) in SpeltNearly(word)) alike.TryAdd(sound, likeness * Misspelt);
        return [.. alike.Select(like => (like.Key, like.Value))];
    }

    IEnumerable<string> BegunBy(string word)
    {
        var from = Array.BinarySearch(inOrder, word, StringComparer.Ordinal);
        for (var at = from < 0 ? ~from : from + 1; at < inOrder.Length && inOrder[at].StartsWith(word, StringComparison.Ordinal); at++) yield return inOrder[at];
    }

    IEnumerable<(string Sound, double Likeness)> SpeltNearly(string word)
    {
        var mine = SearchKey.Trigrams(word);
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var piece in mine)
            if (byPiece.TryGetValue(piece, out var sounds))
                foreach (var sound in sounds) shared[sound] = shared.GetValueOrDefault(sound) + 1;
        foreach (var (sound, count) in shared)
        {
            // A word of n letters has n + 1 pieces, or fewer where one repeats.
            var likeness = 2.0 * count / (mine.Count + sound.Length + 1);
            if (likeness >= LeastLikeness) yield return (sound, Math.Min(likeness, 1));
        }
    }

    /// <summary>How much of what this service is called was asked for, in the name that fits best.</summary>
    double BestPhrase(int service, Dictionary<string, double> found)
    {
        double best = 0;
        foreach (var phrase in phrases[service])
        {
            double whole = 0, said = 0;
            foreach (var sound in phrase)
            {
                var weight = Weight(where[sound].Count);
                whole += weight;
                if (found.TryGetValue(sound, out var likeness)) said += weight * likeness;
            }
            if (whole > 0) best = Math.Max(best, said / whole);
        }
        return best;
    }

    /// <summary>A word that few services have tells more of which is meant.</summary>
    double Weight(int services) => Math.Log(1 + (this.services.Count + 1.0) / (services + 1));

    static string[] Words(string text) => SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
