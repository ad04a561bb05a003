using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The base of networks and their parts: it owns parameters, buffers and other modules, each under a name.</summary>
        public partial class Module : IDisposable
        {
            /// <summary>The parameters of this module itself, by name.</summary>
            protected readonly OrderedDict<string, Parameter> _internal_params = [];

            /// <summary>The buffers of this module itself, by name, and whether each is part of the state.</summary>
            protected readonly OrderedDict<string, (Tensor, bool)> _internal_buffers = [];

            /// <summary>The modules that this one is made of, by name.</summary>
            protected readonly OrderedDict<string, Module> _internal_submodules = [];

            /// <summary>What the module calls itself.</summary>
            protected string name;

            private bool _training = true;

            /// <summary>A module without parts.</summary>
            /// <param name="name">What the module calls itself.</param>
            protected Module(string name) => this.name = name;

            /// <summary>Whether the module trains, which matters to dropout and batch normalisation.</summary>
            public virtual bool training => _training;

            /// <summary>What the module calls itself.</summary>
            public virtual string GetName() => name;

            /// <summary>Sets the module and its parts to training or to evaluation.</summary>
            /// <param name="train">True for training.</param>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var (_, child) in named_children())
                    child.train(train);
            }

            /// <summary>Sets the module and its parts to evaluation.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function on every part of the module, inner ones first, and then on the module.</summary>
            /// <param name="fn">The function.</param>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children())
                    child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients of all parameters.</summary>
            /// <param name="set_to_none">False fills them with zeros instead.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                using var silent = no_grad();
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    if (set_to_none)
                        parameter.grad = null;
                    else
                        gradient?.zero_();
                }
            }

            /// <summary>Disposes all parameters, buffers and parts.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes all parameters, buffers and parts.</summary>
            /// <param name="disposing">False when called by a finalizer.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var parameter in _internal_params.values())
                    parameter.Dispose();
                foreach (var (buffer, _) in _internal_buffers.values())
                    buffer.Dispose();
                foreach (var child in _internal_submodules.values())
                    child.Dispose();
            }
        }
    }
}
