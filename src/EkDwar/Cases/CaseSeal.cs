using System.Text;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Cases;

/// <summary>
/// A case's own key, held for the length of one use case. Each sealed value is bound to its case, its place and its
/// number: moved elsewhere it does not open. Destroying the wrapped key erases all of it.
/// </summary>
public sealed class CaseSeal
{
    readonly byte[] key;
    readonly long caseId;

    CaseSeal(byte[] key, long caseId) => (this.key, this.caseId) = (key, caseId);

    /// <summary>A new key for a new case, and its wrapping to be stored with it.</summary>
    public static (CaseSeal Seal, byte[] Wrapped) New(MasterKey master, long caseId)
    {
        var (key, wrapped) = WrappedKey.New(master, Sealing.Context("case-key", caseId));
        return (new(key, caseId), wrapped);
    }

    /// <summary>Null when the case was erased.</summary>
    public static CaseSeal? Of(MasterKey master, Case c) => c.WrappedKey is null
        ? null
        : new(WrappedKey.Unwrap(master, c.WrappedKey, Sealing.Context("case-key", c.CaseId)), c.CaseId);

    public byte[] Seal(string text, string what, int seq = 0) =>
        Sealing.Seal(Encoding.UTF8.GetBytes(text), key, Sealing.Context(what, caseId, seq));

    public string Open(byte[] bytes, string what, int seq = 0) =>
        Encoding.UTF8.GetString(Sealing.Open(bytes, key, Sealing.Context(what, caseId, seq)));
}
