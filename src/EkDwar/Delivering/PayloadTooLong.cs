using System.Diagnostics.CodeAnalysis;

namespace EkDwar.Delivering;

/// <summary>What a certificate states does not fit the code that a camera can read at 30 mm; give it fewer or shorter facts.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Named for what is wrong, as refusals are")]
public sealed class PayloadTooLong(int length) : Exception($"The certificate's payload is too long: {length}");
