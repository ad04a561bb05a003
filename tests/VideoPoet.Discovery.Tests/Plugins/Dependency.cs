namespace Dependency;

public static class Lengths
{
    public static int Leading => 9;
}

public interface INeeded;
