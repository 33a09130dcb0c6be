using EkDwar.Foundation;

namespace EkDwar.Catalogue.Texting;

/// <summary>The registers of all states this installation serves, read once. Throws what is wrong with them: asked for before anything is served.</summary>
public sealed class TextRegisters(DataFolders folders)
{
    readonly Dictionary<string, TextRegister> all = folders.States.Select(state => (state, Register: TextRegister.Of(folders, state)))
        .Where(one => one.Register is not null).ToDictionary(one => one.state, one => one.Register!);

    /// <summary>Null where the state has had nothing registered.</summary>
    public TextRegister? Of(string state) => all.GetValueOrDefault(state);
}
