namespace EkDwar.Foundation;

/// <summary>Where things are on this machine: the state folders of the catalogue, and the data this installation keeps.</summary>
/// <param name="Services">The folder with one sub-folder a state; only read.</param>
/// <param name="Data">Database (on SQLite), papers, keys, checkpoints and erasures; written.</param>
public sealed record DataFolders(string Services, string Data)
{
    public string Keys => Path.Combine(Data, "keys");
    public string Papers => Path.Combine(Data, "files");
    public string CheckpointFile => Path.Combine(Data, "checkpoints.log");
    public string ErasureFile => Path.Combine(Data, "erasures.log");

    /// <summary>The states this installation serves, by their folder's name.</summary>
    public IEnumerable<string> States => Directory.EnumerateDirectories(Services).Select(folder => Path.GetFileName(folder)!)
        .Where(state => File.Exists(StateFile(state, "state.yaml"))).Order(StringComparer.Ordinal);

    public string StateFile(string state, string file) => Path.Combine(Services, state, file);
}
