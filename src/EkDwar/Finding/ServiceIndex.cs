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

    /// <summary>So many are looked at closely; beyond them nobody reads on.</summary>
    const int Closely = 50;

    readonly IReadOnlyList<ServiceDefinition> services;
    readonly Dictionary<string, Sound> sounds = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<Sound>> byPiece = new(StringComparer.Ordinal);
    readonly List<Sound[]>[] phrases;
    readonly Sound[] inOrder;

    /// <summary>One sound and where it stands, with the weight of the field that says most.</summary>
    sealed class Sound(string text)
    {
        public string Text => text;
        public int Pieces { get; } = SearchKey.Trigrams(text).Count;
        public List<(int Service, double Weight)> Where { get; } = [];

        /// <summary>A word that few services have tells more of which is meant.</summary>
        public double Rarity { get; private set; }

        public void StandsAt(int service, double weight)
        {
            if (Where.Count > 0 && Where[^1].Service == service) Where[^1] = (service, Math.Max(Where[^1].Weight, weight));
            else Where.Add((service, weight));
        }

        public void CountAmong(int services) => Rarity = RarityOf(Where.Count, services);
    }

    public ServiceIndex(IReadOnlyList<ServiceDefinition> services, IReadOnlyList<Topic> topics)
    {
        this.services = services;
        phrases = [.. services.Select(_ => new List<Sound[]>())];
        for (var at = 0; at < services.Count; at++) Add(at, services[at], topics.Where(topic => services[at].Topics.Contains(topic.Code)));
        foreach (var sound in sounds.Values)
        {
            sound.CountAmong(services.Count);
            foreach (var piece in SearchKey.Trigrams(sound.Text)) (byPiece.TryGetValue(piece, out var having) ? having : byPiece[piece] = []).Add(sound);
        }
        inOrder = [.. sounds.Values.OrderBy(sound => sound.Text, StringComparer.Ordinal)];
    }

    /// <summary>Services in which some of the words were found, the likeliest first, each with its score from 0 to 1.</summary>
    public IReadOnlyList<(ServiceDefinition Service, double Score)> Find(string query)
    {
        var scores = new double[services.Count];
        var found = new Dictionary<Sound, double>(); // how like what was typed
        double asked = 0;
        foreach (var word in Words(query).Distinct())
        {
            var alike = Alike(word);
            var weight = alike.Count == 0 ? RarityOf(0, services.Count) : alike.Max(like => like.Value * like.Key.Rarity);
            asked += weight;
            var best = new double[services.Count];
            foreach (var (sound, likeness) in alike)
            {
                found[sound] = Math.Max(found.GetValueOrDefault(sound), likeness);
                var says = likeness * Math.Min(weight, sound.Rarity);
                foreach (var (service, field) in sound.Where) best[service] = Math.Max(best[service], says * field);
            }
            for (var service = 0; service < best.Length; service++) scores[service] += best[service];
        }
        return [.. from service in Likeliest(scores)
                   let score = OfQuestion * scores[service] / asked + (1 - OfQuestion) * BestPhrase(service, found)
                   orderby score descending, services[service].Id
                   select (services[service], score)];
    }

    static IEnumerable<int> Likeliest(double[] scores)
    {
        var some = Enumerable.Range(0, scores.Length).Where(service => scores[service] > 0).ToArray();
        if (some.Length <= Closely) return some;
        Array.Sort(some, (one, other) => scores[other].CompareTo(scores[one]));
        return some.Take(Closely);
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
        phrases[at].Add([.. Words(name).Select(word => sounds[word])]);
    }

    void Said(int at, string text, double weight)
    {
        foreach (var word in Words(text)) (sounds.TryGetValue(word, out var sound) ? sound : sounds[word] = new(word)).StandsAt(at, weight);
    }

    /// <summary>The sounds that may be meant by one that was typed: itself, what it begins, what begins it, what is spelt nearly so.</summary>
    Dictionary<Sound, double> Alike(string word)
    {
        var alike = new Dictionary<Sound, double>();
        if (sounds.TryGetValue(word, out var itself)) alike[itself] = 1;
        if (word.Length >= LeastToBegin)
            foreach (var sound in BegunBy(word)) alike.TryAdd(sound, Begins);
        for (var length = LeastToBegin; length < word.Length; length++)
            if (sounds.TryGetValue(word[..length], out var beginning)) alike.TryAdd(beginning, IsBegunBy * length / word.Length);
        foreach (var (sound, likeness) in SpeltNearly(word)) alike.TryAdd(sound, likeness * Misspelt);
        return alike;
    }

    IEnumerable<Sound> BegunBy(string word)
    {
        var (from, to) = (0, inOrder.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (string.CompareOrdinal(inOrder[middle].Text, word) < 0) from = middle + 1;
            else to = middle;
        }
        for (var at = from; at < inOrder.Length && inOrder[at].Text.StartsWith(word, StringComparison.Ordinal); at++) yield return inOrder[at];
    }

    IEnumerable<(Sound Sound, double Likeness)> SpeltNearly(string word)
    {
        var mine = SearchKey.Trigrams(word);
        var shared = new Dictionary<Sound, int>();
        foreach (var piece in mine)
            if (byPiece.TryGetValue(piece, out var having))
                foreach (var sound in having) shared[sound] = shared.GetValueOrDefault(sound) + 1;
        foreach (var (sound, count) in shared)
        {
            var likeness = 2.0 * count / (mine.Count + sound.Pieces);
            if (likeness >= LeastLikeness) yield return (sound, likeness);
        }
    }

    /// <summary>How much of what this service is called was asked for, in the name that fits best.</summary>
    double BestPhrase(int service, Dictionary<Sound, double> found)
    {
        double best = 0;
        foreach (var phrase in phrases[service])
        {
            double whole = 0, said = 0;
            foreach (var sound in phrase)
            {
                whole += sound.Rarity;
                said += sound.Rarity * found.GetValueOrDefault(sound);
            }
            if (whole > 0) best = Math.Max(best, said / whole);
        }
        return best;
    }

    static double RarityOf(int having, int services) => Math.Log(1 + (services + 1.0) / (having + 1));

    static string[] Words(string text) => SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
