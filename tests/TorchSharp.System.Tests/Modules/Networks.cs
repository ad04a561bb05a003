using TorchSharp.Modules;
using TorchSharp.Utils;

namespace VideoPoet.Engines.Tests.Modules;

/// <summary>A network with every kind of member: a parameter, buffers, parts, a renamed field and one that is not registered.</summary>
internal sealed class SmallNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Linear first;
    private readonly BatchNorm1d norm;
    private readonly Parameter scale;
    private readonly Tensor offset;
    private readonly string note = "not registered";

    [ComponentName(Name = "head")]
    private readonly Linear last;

    public SmallNetwork() : base(nameof(SmallNetwork))
    {
        first = nn.Linear(3, 4);
        norm = nn.BatchNorm1d(4);
        last = nn.Linear(4, 2);
        scale = nn.Parameter(ones(4));
        offset = zeros(4);
        register_buffer("cache", zeros(2), persistent: false);
        RegisterComponents();
    }

    public Parameter Scale => scale;

    public Tensor Offset => offset;

    public string Note => note;

    public override Tensor forward(Tensor input)
    {
        using var hidden = first.call(input);
        using var normal = norm.call(hidden);
        using var scaled = normal * scale + offset;
        return last.call(scaled);
    }
}

/// <summary>A module that holds lists of parts.</summary>
internal sealed class Tower : nn.Module<Tensor, Tensor>
{
    public Tower(int height) : base(nameof(Tower))
    {
        floors = new ModuleList<Linear>([.. Enumerable.Range(0, height).Select(_ => nn.Linear(2, 2))]);
        rooms = nn.ModuleDict<nn.Module>(("hall", nn.Linear(2, 3)), ("attic", nn.ReLU()));
        weights = nn.ParameterList(nn.Parameter(ones(1)), nn.Parameter(ones(2)));
        RegisterComponents();
    }

    public readonly ModuleList<Linear> floors;
    public readonly ModuleDict<nn.Module> rooms;
    public readonly ParameterList weights;

    public override Tensor forward(Tensor input) => floors.Aggregate(input, (x, floor) => floor.call(x));
}
