namespace EkDwar.Foundation;

/// <summary>Where things are on this machine: the state folders of the catalogue, and the data this installation keeps.</summary>
/// <param name="Services">The folder with one sub-folder a state; only read.</param>
/// <param name="Data">This node's own: the database (on SQLite) and the lock; written.</param>
public sealed record DataFolders(string Services, string Data)
{
    /// <summary>What all nodes of one installation have in common: keys, papers, checkpoints and erasures. The data folder where there is one node.</summary>
    public string Shared { get; init; } = Data;

    public string Keys => Path.Combine(Shared, "keys");
    public string MasterKeyFile => Path.Combine(Keys, "master.key");

    /// <summary>The public halves of keys that were exchanged, and of those in use.</summary>
    public string KnownKeys => Path.Combine(Keys, "known");
    public string Papers => Path.Combine(Shared, "files");
    public string CheckpointFile => Path.Combine(Shared, "checkpoints.log");
    public string ErasureFile => Path.Combine(Shared, "erasures.log");

    /// <summary>The states this installation serves, by their folder's name.</summary>
    public IEnumerable<string> States => Directory.EnumerateDirectories(Services).Select(folder => Path.GetFileName(folder)!)
        .Where(state => File.Exists(StateFile(state, "state.yaml"))).Order(StringComparer.Ordinal);

    public string StateFile(string state, string file) => Path.Combine(Services, state, file);
}
