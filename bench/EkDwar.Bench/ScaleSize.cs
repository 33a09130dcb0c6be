namespace EkDwar.Bench;

/// <summary>How large the state of `bench/run scale` is. Each number can be set from outside; as it stands it is that of a state.</summary>
/// <param name="Loud">Open cases of one office, beside those of all others.</param>
/// <param name="PerSecond">Requests a second of all other offices together; the loud one asks seven times as many.</param>
public sealed record ScaleSize(int Officials, int Places, int Open, int Loud, double PerSecond)
{
    public const int LoudTimes = 7;
    const int VillagesOfTaluka = 125, MostTalukas = 358, FewestTalukas = 10;

    public static ScaleSize FromEnvironment() =>
        new(Number("EKDWAR_BENCH_OFFICIALS", 100_000), Number("EKDWAR_BENCH_PLACES", 45_000), Number("EKDWAR_BENCH_OPEN", 1_000_000), Number("EKDWAR_BENCH_LOUD", 1_000_000), Number("EKDWAR_BENCH_PER_SECOND", 4));

    /// <summary>Each with a tahsil; Maharashtra has 358.</summary>
    public int Talukas => Math.Clamp(Places / VillagesOfTaluka, FewestTalukas, MostTalukas);

    public bool IsWhole => Officials >= 100_000 && Places >= 45_000 && Open >= 1_000_000;

    public Store StoreOf(BenchGround ground)
    {
        var database = $"ekdwar_scale_{Officials}_{Places}_{Open}_{Loud}";
        return new(Open, database, Path.Combine(ground.Folder, database), $"{ground.Server};Database={database};Maximum Pool Size=60;Command Timeout=0");
    }

    static int Number(string name, int otherwise) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given) : otherwise;
}
