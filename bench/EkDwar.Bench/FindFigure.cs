using System.Diagnostics;
using EkDwar.Catalogue;
using EkDwar.Finding;
using EkDwar.Foundation.Languages;
using EkDwar.Places;

namespace EkDwar.Bench;

/// <summary>
/// How long a search takes among 1,001 services: those of Maharashtra again and again, each copy with two words of its own
/// in every name and synonym, asked with what people type. The index is made apart, once a publication.
/// </summary>
public static class FindFigure
{
    const int Services = 1001;

    public static void Run(BenchGround ground)
    {
        var root = Environment.GetEnvironmentVariable("EKDWAR_BENCH_ROOT") ?? throw new InvalidOperationException("EKDWAR_BENCH_ROOT names the repository");
        var real = Directory.GetFiles(Path.Combine(root, "services/mh"), "*-*.yaml").Order(StringComparer.Ordinal).Select(file => ServiceFile.Load(File.ReadAllText(file), file)).ToList();
        var topics = StateProfiles.Open(Path.Combine(root, "services/mh/state.yaml"), "mh").Value.Topics;
        var queries = File.ReadLines(Path.Combine(root, "tests/EkDwar.Tests/Finding/Queries/queries.csv")).Skip(1).Select(line => line.Split(',')[1]).ToList();
        var many = Enumerable.Range(0, Services).Select(number => Copy(real[number % real.Count], number)).ToList();
        var making = Stopwatch.StartNew();
        var index = new ServiceIndex(many, topics);
        Report.Line($"  {real.Count} services made {many.Count}, indexed in {making.ElapsedMilliseconds} ms");
        foreach (var query in queries) index.Find(query);
        var times = new List<double>();
        for (var round = 0; round < ground.Rounds; round++)
            foreach (var query in queries)
            {
                var asked = Stopwatch.GetTimestamp();
                index.Find(query);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        Report.Line($"  median {Report.Median(times):0.00} ms, slowest {times.Max():0.0} ms of {times.Count}");
        Report.Figure($"search among {Services} services, p95", Report.Percentile(times, 95), 5, atLeast: false, unit: " ms");
    }

    static ServiceDefinition Copy(ServiceDefinition service, int number)
    {
        var own = $"{Word(number)} {Word(number * 7 + 3)}";
        var names = new LocalText();
        foreach (var (language, name) in service.Names) names[language] = $"{name} {own}";
        return new()
        {
            Id = $"{service.Id}-{number}", State = service.State, Names = names, ShortNames = service.ShortNames, Summary = service.Summary,
            Department = service.Department, Topics = service.Topics,
            Synonyms = service.Synonyms.ToDictionary(words => words.Key, words => words.Value.Select(synonym => $"{synonym} {own}").ToList()),
        };
    }

    // A number as a word that can be spoken: vocabularies grow with the services.
    static string Word(int number)
    {
        string[] syllables = ["ka", "ti", "mu", "re", "so", "pa", "li", "nu", "be", "jo", "da", "vi"];
        var word = "";
        for (var rest = number + 1; rest > 0; rest /= syllables.Length) word += syllables[rest % syllables.Length];
        return word + "r";
    }
}
