namespace VideoPoet.Models.WeightFiles;

/// <summary>In which way a weight file and a module disagree about a tensor.</summary>
public enum MismatchKind
{
    /// <summary>The module has it, the file has not.</summary>
    Missing,

    /// <summary>The file has it, and nothing in the module takes it.</summary>
    Unexpected,

    /// <summary>The shapes differ.</summary>
    Misshapen,

    /// <summary>The types are of different kinds: whole numbers cannot stand for fractions, nor fractions for whole numbers.</summary>
    Mistyped,
}
