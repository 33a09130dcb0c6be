namespace EkDwar.Cases.Registers;

/// <summary>A department's register, by the name its services call it. It is asked and never written to.</summary>
public interface IRegister
{
    /// <summary>Whether this installation was told where the register is.</summary>
    bool IsConnected(string register);

    /// <summary>What the register says under a key. Never throws for what the register or the way to it does: that is away.</summary>
    Task<RegisterAnswer> Ask(RegisterQuestion question);
}
